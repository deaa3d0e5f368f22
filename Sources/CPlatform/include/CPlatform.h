#ifndef KHEO_CPLATFORM_H
#define KHEO_CPLATFORM_H

/// Puts `first` in the place of `second` and `second` in the place of `first`, at once.
/// Returns 0, or -1 with errno set: ENOSYS or EINVAL where the file system cannot.
/// A C function because Glibc's module does not offer renameat2(2).
int kheo_exchange(const char *first, const char *second);

#endif
