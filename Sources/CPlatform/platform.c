#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int kheo_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status;
  (void)kind;
  return remove(path) != 0 && errno == ENOTEMPTY && place->level == 0;
}

void kheo_remove(const char *path) {
  // A thread that still writes may make a file anew; it is not for long.
  for (int round = 0; round < 100; round++) {
    if (nftw(path, remove_entry, 4, FTW_DEPTH | FTW_PHYS) != 1) return;
  }
}

void kheo_silence_libraries(void) {
  FILE *nowhere = fopen("/dev/null", "we");
  if (nowhere != NULL) stderr = nowhere;
}

static volatile sig_atomic_t signal_pipe = -1;

static void forward(int signal) {
  int saved = errno;
  unsigned char number = (unsigned char)signal;
  ssize_t ignored = write(signal_pipe, &number, 1);
  (void)ignored;
  errno = saved;
}

int kheo_forward_signal(int signal, int pipe) {
  struct sigaction action;
  if (sigaction(signal, NULL, &action) != 0) return -1;
  if (action.sa_handler == SIG_IGN) return 0;
  signal_pipe = pipe;
  action.sa_handler = forward;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  return sigaction(signal, &action, NULL);
}
