#ifndef KHEO_CKERNELS_H
#define KHEO_CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this machine has what the functions below need; if not, nothing else may be called.
bool kheo_has_kernels(void);

/// Whether `length` bytes are UTF-8 in Unicode's sense.
bool kheo_is_utf8(const uint8_t *bytes, size_t length);

/// Finds the marks of a text that begins with a record, as `Marks` in Swift defines them: how many
/// there are. `marks` has room for `length` of them and 64 more. Only what stands before `understood`
/// was looked at: all of it, or up to a block of 64 bytes with a quote out of place.
size_t kheo_find_marks(
    const uint8_t *text, size_t length, uint8_t delimiter, uint32_t *marks, size_t *understood);

/// Finds the signatures that differ from one in `limit` bits of `mask` at most: how many there are.
/// `found`, with room for `count`, gets their positions in order.
size_t kheo_find_near(
    const uint64_t *signatures, size_t count, uint64_t signature, uint64_t mask, unsigned limit,
    uint32_t *found);

/// Whether this machine counts the bits of words in vectors, as the function below needs.
bool kheo_counts_bits_of_words(void);

/// The same as `kheo_find_near`.
size_t kheo_find_near_in_eights(
    const uint64_t *signatures, size_t count, uint64_t signature, uint64_t mask, unsigned limit,
    uint32_t *found);

#endif
