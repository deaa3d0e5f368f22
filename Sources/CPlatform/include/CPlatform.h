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

/// Removes what is at `path`, a folder with all it holds; links are not followed. What cannot be
/// removed stays.
/// A C function because Glibc's module does not offer nftw(3), which knows no limit on the bytes of
/// a name.
void kheo_remove(const char *path);

/// Sends what libraries print on `stderr`, in English and with private paths, to /dev/null. Our own
/// messages are written to the descriptor, and the errors come back as return codes.
/// A C function because Swift may not assign the variable of the C library.
void kheo_silence_libraries(void);

#endif
