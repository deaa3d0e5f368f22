#ifndef KHEO_CPLATFORM_H
#define KHEO_CPLATFORM_H

/// Puts `first` in the place of `second` and `second` in the place of `first`, at once.
/// Returns 0, or -1 with errno set: ENOSYS or EINVAL where the file system cannot.
/// A C function because Glibc's module does not offer renameat2(2).
int kheo_exchange(const char *first, const char *second);

/// Has `signal` write its number, as one byte, to the descriptor `pipe`, unless the process was
/// started with the signal ignored. Returns 0, or -1 with errno set.
/// A C function because a handler may do next to nothing, and C shows that it does not.
int kheo_forward_signal(int signal, int pipe);

#endif
