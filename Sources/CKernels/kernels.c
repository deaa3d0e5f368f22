// The loops that look at every byte of every submission, 64 bytes at a time (AVX2), and the one that
// compares each name of a ward with the others.
//
// How they work. A comparison of 32 bytes gives a mask of 32 bits; two of them make one word for a
// block of 64 bytes, and everything that is asked of a byte and its neighbours is a shift and an
// `and` of such words. What a block must know of the one before it is carried in a few bits.
//
// What must change together: `kheo_find_marks` with `Marks.find` and `kheo_find_near` with
// `NearSignatures.find` in Swift, which are their definitions and stand in for them on other machines.
// Both are held against each other by tests.

#include "CKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define KERNEL __attribute__((target("avx2,pclmul,popcnt,bmi")))

bool kheo_has_kernels(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul")
        && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi");
}

/// 64 bytes of a text.
typedef struct {
    __m256i low, high;
} block;

KERNEL static inline block load(const uint8_t *bytes) {
    block b = {_mm256_loadu_si256((const __m256i *)bytes),
               _mm256_loadu_si256((const __m256i *)(bytes + 32))};
    return b;
}

KERNEL static inline uint64_t bits(__m256i low, __m256i high) {
    return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

/// Where a byte is `value`.
KERNEL static inline uint64_t equal(block b, uint8_t value) {
    __m256i v = _mm256_set1_epi8((char)value);
    return bits(_mm256_cmpeq_epi8(b.low, v), _mm256_cmpeq_epi8(b.high, v));
}

KERNEL static inline __m256i range(__m256i x, uint8_t first, uint8_t last) {
    __m256i offset = _mm256_sub_epi8(x, _mm256_set1_epi8((char)first));
    return _mm256_cmpeq_epi8(
        _mm256_min_epu8(offset, _mm256_set1_epi8((char)(last - first))), offset);
}

/// Where a byte is `first` to `last`.
KERNEL static inline uint64_t within(block b, uint8_t first, uint8_t last) {
    return bits(range(b.low, first, last), range(b.high, first, last));
}

/// Bit i is the parity of bits 0 to i.
KERNEL static inline uint64_t parities(uint64_t word) {
    __m128i product = _mm_clmulepi64_si128(
        _mm_set_epi64x(0, (long long)word), _mm_set1_epi8((char)0xFF), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

/// What a block needs to know of the one before it.
typedef struct {
    uint64_t inside;   // all ones between quotes
    uint64_t end;      // its last byte ended a cell
    uint64_t closing;  // its last byte closed a quote
    uint64_t digit;    // its last byte was a digit
    uint64_t e2, e280; // its last bytes were these
    __m256i high;      // its last 32 bytes
} carry;

/// Where bytes stand behind those of `word`; its last bit goes to the next block.
static inline uint64_t behind(uint64_t word, uint64_t *carried) {
    uint64_t moved = word << 1 | *carried;
    *carried = word >> 63;
    return moved;
}

#define TWICE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

/// Classes of bytes, a bit each, as the products of high and low halves that they are.
enum {
    control0 = 1 << 0,    // 00–08, 0B, 0C, 0E, 0F
    whole = 1 << 1,       // 10–1F, D0–DF, F0–FF
    mark = 1 << 2,        // # and '
    questionMark = 1 << 3,// ? and 7F
    leadC = 1 << 4,       // C2, C7–CF
    leadE = 1 << 5,       // E0, E3–EF
    sign = 1 << 6,        // + - /
    digitClass = 1 << 7,  // 0–9
    oddClasses = control0 | whole | mark | questionMark | leadC | leadE
};

KERNEL static inline __m256i classes(__m256i x) {
    const __m256i byHigh = TWICE(
        control0, whole, mark | sign, (char)(questionMark | digitClass), 0, 0, 0, questionMark, 0, 0, 0,
        0, leadC, whole, leadE, whole);
    const __m256i byLow = TWICE(
        (char)(control0 | whole | leadE | digitClass), (char)(control0 | whole | digitClass),
        (char)(control0 | whole | leadC | digitClass),
        (char)(control0 | whole | mark | leadE | digitClass),
        (char)(control0 | whole | leadE | digitClass),
        (char)(control0 | whole | leadE | digitClass),
        (char)(control0 | whole | leadE | digitClass),
        (char)(control0 | whole | mark | leadC | leadE | digitClass),
        (char)(control0 | whole | leadC | leadE | digitClass),
        (char)(whole | leadC | leadE | digitClass), whole | leadC | leadE,
        control0 | whole | leadC | leadE | sign, control0 | whole | leadC | leadE,
        whole | leadC | leadE | sign, control0 | whole | leadC | leadE,
        control0 | whole | leadC | leadE | sign | questionMark);
    const __m256i half = _mm256_set1_epi8(0x0F);
    return _mm256_and_si256(
        _mm256_shuffle_epi8(byHigh, _mm256_and_si256(_mm256_srli_epi16(x, 4), half)),
        _mm256_shuffle_epi8(byLow, _mm256_and_si256(x, half)));
}

/// Where a class bit is set.
KERNEL static inline uint64_t holding(__m256i low, __m256i high, int classBits) {
    __m256i wanted = _mm256_set1_epi8((char)classBits), none = _mm256_setzero_si256();
    return ~bits(
        _mm256_cmpeq_epi8(_mm256_and_si256(low, wanted), none),
        _mm256_cmpeq_epi8(_mm256_and_si256(high, wanted), none));
}

/// Whether a letter may end the short name of a month, or is an E: b c e g l n p r t v y.
static inline bool is_month_end(uint8_t byte) {
    return byte >= 0x41 && byte < 0x80 && (0x025550ACu >> (byte & 0x1F) & 1);
}

KERNEL static inline __m256i previous(__m256i now, __m256i before, const int distance) {
    __m256i middle = _mm256_permute2x128_si256(before, now, 0x21);
    switch (distance) {
    case 1: return _mm256_alignr_epi8(now, middle, 15);
    case 2: return _mm256_alignr_epi8(now, middle, 14);
    default: return _mm256_alignr_epi8(now, middle, 13);
    }
}

/// Pairs of bytes that are odd, a bit each, as the products of the four halves that they are; what is
/// odd unless it is one thing needs a bit for each half that may be another.
enum {
    afterC3 = 1 << 0,                          // 90, B0
    afterC4 = 1 << 1,                          // B1
    afterC6 = 1 << 2,                          // 89
    highAfterE1 = 1 << 3, lowAfterE1 = 1 << 4, // all but BA and BB
    highAfterE2 = 1 << 5, lowAfterE2 = 1 << 6, // all but 80
    afterC = afterC3 | afterC4 | afterC6,
    afterE1 = highAfterE1 | lowAfterE1, afterE2 = highAfterE2 | lowAfterE2,
    anyLow = highAfterE1 | highAfterE2, anyHigh = lowAfterE1 | lowAfterE2
};

KERNEL static inline __m256i pairs(__m256i first, __m256i second) {
    const __m256i firstHigh =
        TWICE(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, afterC, 0, afterE1 | afterE2, 0);
    const __m256i firstLow =
        TWICE(0, afterE1, afterE2, afterC3, afterC4, 0, afterC6, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m256i secondHigh = TWICE(
        anyHigh | anyLow, anyHigh | anyLow, anyHigh | anyLow, anyHigh | anyLow, anyHigh | anyLow,
        anyHigh | anyLow, anyHigh | anyLow, anyHigh | anyLow, anyHigh | highAfterE1 | afterC6,
        anyHigh | anyLow | afterC3, anyHigh | anyLow, anyHigh | highAfterE2 | afterC3 | afterC4,
        anyHigh | anyLow, anyHigh | anyLow, anyHigh | anyLow, anyHigh | anyLow);
    const __m256i secondLow = TWICE(
        anyLow | lowAfterE1 | afterC3, anyLow | anyHigh | afterC4, anyLow | anyHigh,
        anyLow | anyHigh, anyLow | anyHigh, anyLow | anyHigh, anyLow | anyHigh, anyLow | anyHigh,
        anyLow | anyHigh, anyLow | anyHigh | afterC6, anyLow | lowAfterE2, anyLow | lowAfterE2,
        anyLow | anyHigh, anyLow | anyHigh, anyLow | anyHigh, anyLow | anyHigh);
    const __m256i half = _mm256_set1_epi8(0x0F);
    __m256i isFirst = _mm256_and_si256(
        _mm256_shuffle_epi8(firstHigh, _mm256_and_si256(_mm256_srli_epi16(first, 4), half)),
        _mm256_shuffle_epi8(firstLow, _mm256_and_si256(first, half)));
    __m256i isSecond = _mm256_and_si256(
        _mm256_shuffle_epi8(secondHigh, _mm256_and_si256(_mm256_srli_epi16(second, 4), half)),
        _mm256_shuffle_epi8(secondLow, _mm256_and_si256(second, half)));
    return _mm256_and_si256(isFirst, isSecond);
}

/// Where `OddBytes` might find something odd, or `TextDamage` something lost; never misses any.
KERNEL static inline uint64_t odd(block b, const uint8_t *text, size_t start, carry *c) {
    __m256i low = classes(b.low), high = classes(b.high);
    const __m256i single = _mm256_set1_epi8((char)oddClasses), none = _mm256_setzero_si256();
    __m256i oddLow = _mm256_or_si256(
        _mm256_and_si256(low, single), pairs(previous(b.low, c->high, 1), b.low));
    __m256i oddHigh = _mm256_or_si256(
        _mm256_and_si256(high, single), pairs(previous(b.high, b.low, 1), b.high));
    c->high = b.high;
    uint64_t found =
        ~bits(_mm256_cmpeq_epi8(oddLow, none), _mm256_cmpeq_epi8(oddHigh, none));
    uint64_t digits = bits(low, high);
    uint64_t behindDigit = behind(digits, &c->digit);
    uint64_t signs = holding(low, high, sign);
    found |= signs & behindDigit;
    // Few are left: those before a digit are odd behind the end of a month, or an E.
    for (uint64_t rest = signs & ~behindDigit & (digits >> 1 | 1ull << 63); rest; rest &= rest - 1) {
        unsigned bit = (unsigned)__builtin_ctzll(rest);
        uint8_t before = start + bit > 0 ? text[start + bit - 1] : 0;
        if (is_month_end(before)) found |= 1ull << bit;
    }
    // Dashes, quotation marks and dots of Unicode: rare, and of three bytes.
    uint64_t e2 = equal(b, 0xE2);
    if (e2 | c->e2 | c->e280) {
        uint64_t e280 = behind(e2, &c->e2) & equal(b, 0x80);
        found |= behind(e280, &c->e280) & ~within(b, 0x90, 0xA7);
    }
    return found;
}

KERNEL size_t kheo_find_marks(
    const uint8_t *text, size_t length, uint8_t delimiter, uint32_t *marks, size_t *understood) {
    carry c = {.end = 1};
    size_t count = 0, start = 0;
    uint8_t last[64];
    for (; start < length; start += 64) {
        uint64_t there = ~0ull;
        block b;
        if (length - start < 64) {
            memset(last, 'x', sizeof last);
            memcpy(last, text + start, length - start);
            there = (1ull << (length - start)) - 1;
            b = load(last);
        } else {
            b = load(text + start);
        }
        uint64_t quotes = equal(b, '"');
        uint64_t inside = parities(quotes) ^ c.inside;
        uint64_t lineEnds = equal(b, '\n') | equal(b, '\r');
        uint64_t ends = (equal(b, delimiter) | lineEnds) & ~inside;
        uint64_t closing = quotes & ~inside, opening = quotes & inside;
        uint64_t behindEnd = ends << 1 | c.end, behindClosing = closing << 1 | c.closing;
        uint64_t misplaced =
            (opening & ~(behindEnd | behindClosing)) | (behindClosing & ~(ends | opening));
        if (misplaced & there) break;
        uint64_t found = odd(b, text, start, &c) & there;
        uint64_t innerLines = lineEnds & inside, doubled = opening & behindClosing;
        uint64_t rare = (innerLines | doubled | found) & there & ~ends;
        uint64_t all = (ends & there) | rare;
        for (uint64_t rest = all; rest; rest &= rest - 1) {
            marks[count++] = (uint32_t)(start + (unsigned)__builtin_ctzll(rest));
        }
        // Nearly all marks are ends of cells; those that are none get their kind now.
        for (; rare; rare &= rare - 1) {
            unsigned bit = (unsigned)__builtin_ctzll(rare);
            uint64_t place = 1ull << bit;
            marks[count - (size_t)__builtin_popcountll(all >> bit)] |=
                innerLines & place ? 0x80000000u : doubled & place ? 0x20000000u : 0x40000000u;
        }
        c.inside = (uint64_t)((int64_t)inside >> 63);
        c.end = ends >> 63;
        c.closing = closing >> 63;
    }
    *understood = start < length ? start : length;
    return count;
}

// Validation of UTF-8 by tables: J. Keiser and D. Lemire, “Validating UTF-8 in less than one
// instruction per byte”, Software: Practice and Experience 51 (2021). Three tables of 16 entries are
// asked for the high and low half of the byte before, and the high half of the byte; each answers with
// the errors that are still possible. A lead of three or four bytes asks for continuations later on.

enum {
    tooShort = 1 << 0, tooLong = 1 << 1, overlong3 = 1 << 2, tooLarge = 1 << 3, surrogate = 1 << 4,
    overlong2 = 1 << 5, tooLarge1000 = 1 << 6, overlong4 = 1 << 6, twoContinuations = 1 << 7,
    carried = tooShort | tooLong | twoContinuations
};

KERNEL static inline __m256i errors(__m256i now, __m256i before) {
    const __m256i byte1High = TWICE(
        tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, (char)twoContinuations,
        (char)twoContinuations, (char)twoContinuations, (char)twoContinuations, tooShort | overlong2,
        tooShort, tooShort | overlong3 | surrogate, tooShort | tooLarge | tooLarge1000 | overlong4);
    const __m256i byte1Low = TWICE(
        (char)(carried | overlong3 | overlong2 | overlong4), (char)(carried | overlong2), (char)carried,
        (char)carried, (char)(carried | tooLarge), (char)(carried | tooLarge | tooLarge1000),
        (char)(carried | tooLarge | tooLarge1000), (char)(carried | tooLarge | tooLarge1000),
        (char)(carried | tooLarge | tooLarge1000), (char)(carried | tooLarge | tooLarge1000),
        (char)(carried | tooLarge | tooLarge1000), (char)(carried | tooLarge | tooLarge1000),
        (char)(carried | tooLarge | tooLarge1000),
        (char)(carried | tooLarge | tooLarge1000 | surrogate), (char)(carried | tooLarge | tooLarge1000),
        (char)(carried | tooLarge | tooLarge1000));
    const __m256i byte2High = TWICE(
        tooShort, tooShort, tooShort, tooShort, tooShort, tooShort, tooShort, tooShort,
        (char)(tooLong | overlong2 | twoContinuations | overlong3 | tooLarge1000 | overlong4),
        (char)(tooLong | overlong2 | twoContinuations | overlong3 | tooLarge),
        (char)(tooLong | overlong2 | twoContinuations | surrogate | tooLarge),
        (char)(tooLong | overlong2 | twoContinuations | surrogate | tooLarge), tooShort, tooShort,
        tooShort, tooShort);
    const __m256i half = _mm256_set1_epi8(0x0F);
    __m256i first = previous(now, before, 1);
    __m256i special = _mm256_and_si256(
        _mm256_and_si256(
            _mm256_shuffle_epi8(byte1High, _mm256_and_si256(_mm256_srli_epi16(first, 4), half)),
            _mm256_shuffle_epi8(byte1Low, _mm256_and_si256(first, half))),
        _mm256_shuffle_epi8(byte2High, _mm256_and_si256(_mm256_srli_epi16(now, 4), half)));
    __m256i third = _mm256_subs_epu8(previous(now, before, 2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
    __m256i fourth = _mm256_subs_epu8(previous(now, before, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
    __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
    return _mm256_xor_si256(must, special);
}

KERNEL bool kheo_is_utf8(const uint8_t *bytes, size_t length) {
    __m256i before = _mm256_setzero_si256(), error = before;
    size_t start = 0;
    bool isASCII = true;
    // One step more than there is, over zeros, so that a character that is cut off at the end is one
    // that lacks bytes.
    for (;; start += 32) {
        __m256i now = _mm256_setzero_si256();
        if (start + 32 <= length) {
            now = _mm256_loadu_si256((const __m256i *)(bytes + start));
        } else if (start < length) {
            uint8_t last[32] = {0};
            memcpy(last, bytes + start, length - start);
            now = _mm256_loadu_si256((const __m256i *)last);
        }
        bool isNowASCII = _mm256_movemask_epi8(now) == 0;
        if (!isASCII || !isNowASCII) error = _mm256_or_si256(error, errors(now, before));
        isASCII = isNowASCII;
        before = now;
        if (start >= length) break;
    }
    return _mm256_testz_si256(error, error);
}

bool kheo_counts_bits_of_words(void) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq");
}

/// `kheo_find_near`, eight signatures at a time.
__attribute__((target("avx512f,avx512vpopcntdq"))) size_t kheo_find_near_in_eights(
    const uint64_t *signatures, size_t count, uint64_t signature, uint64_t mask, unsigned limit,
    uint32_t *found) {
    const __m512i wanted = _mm512_set1_epi64((long long)signature);
    const __m512i letters = _mm512_set1_epi64((long long)mask), most = _mm512_set1_epi64(limit);
    size_t number = 0;
    for (size_t index = 0; index < count; index += 8) {
        __mmask8 there = count - index < 8 ? (__mmask8)((1u << (count - index)) - 1) : 0xFF;
        __m512i eight = _mm512_maskz_loadu_epi64(there, signatures + index);
        __m512i other = _mm512_and_si512(_mm512_xor_si512(eight, wanted), letters);
        unsigned near = _mm512_mask_cmple_epu64_mask(there, _mm512_popcnt_epi64(other), most);
        for (; near; near &= near - 1) found[number++] = (uint32_t)(index + (unsigned)__builtin_ctz(near));
    }
    return number;
}

KERNEL size_t kheo_find_near(
    const uint64_t *signatures, size_t count, uint64_t signature, uint64_t mask, unsigned limit,
    uint32_t *found) {
    const __m256i bitsOfHalf = TWICE(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
    const __m256i half = _mm256_set1_epi8(0x0F), zero = _mm256_setzero_si256();
    const __m256i wanted = _mm256_set1_epi64x((long long)signature);
    const __m256i letters = _mm256_set1_epi64x((long long)mask), most = _mm256_set1_epi64x(limit);
    size_t number = 0, index = 0;
    for (; index + 4 <= count; index += 4) {
        __m256i four = _mm256_loadu_si256((const __m256i *)(signatures + index));
        __m256i other = _mm256_and_si256(_mm256_xor_si256(four, wanted), letters);
        __m256i bitsOfBytes = _mm256_add_epi8(
            _mm256_shuffle_epi8(bitsOfHalf, _mm256_and_si256(other, half)),
            _mm256_shuffle_epi8(bitsOfHalf, _mm256_and_si256(_mm256_srli_epi16(other, 4), half)));
        __m256i isFar = _mm256_cmpgt_epi64(_mm256_sad_epu8(bitsOfBytes, zero), most);
        unsigned near = ~(unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(isFar)) & 15;
        for (; near; near &= near - 1) found[number++] = (uint32_t)(index + (unsigned)__builtin_ctz(near));
    }
    for (; index < count; index++) {
        found[number] = (uint32_t)index;
        number += (unsigned)__builtin_popcountll((signatures[index] ^ signature) & mask) <= limit;
    }
    return number;
}

#else

bool kheo_has_kernels(void) { return false; }
bool kheo_counts_bits_of_words(void) { return false; }
size_t kheo_find_near(
    const uint64_t *signatures, size_t count, uint64_t signature, uint64_t mask, unsigned limit,
    uint32_t *found) {
    return 0;
}
size_t kheo_find_near_in_eights(
    const uint64_t *signatures, size_t count, uint64_t signature, uint64_t mask, unsigned limit,
    uint32_t *found) {
    return 0;
}
bool kheo_is_utf8(const uint8_t *bytes, size_t length) { return false; }
size_t kheo_find_marks(
    const uint8_t *text, size_t length, uint8_t delimiter, uint32_t *marks, size_t *understood) {
    *understood = 0;
    return 0;
}

#endif
