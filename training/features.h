// What the network sees of one word: a vocabulary key and hashed sub-words. src/network/features.ts must give the same numbers.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

using Points = std::vector<uint32_t>;

inline Points decode(const std::string& s) {
  Points out;
  for (size_t i = 0; i < s.size();) {
    uint8_t b = (uint8_t)s[i];
    int n = b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    uint32_t p = n == 1 ? b : b & (0xFF >> (n + 1));
    for (int k = 1; k < n && i + k < s.size(); k++) p = (p << 6) | ((uint8_t)s[i + k] & 0x3F);
    out.push_back(p);
    i += n;
  }
  return out;
}

inline void appendPoint(std::string& out, uint32_t p) {
  if (p < 0x80) out += (char)p;
  else if (p < 0x800) { out += (char)(0xC0 | p >> 6); out += (char)(0x80 | (p & 63)); }
  else if (p < 0x10000) { out += (char)(0xE0 | p >> 12); out += (char)(0x80 | (p >> 6 & 63)); out += (char)(0x80 | (p & 63)); }
  else { out += (char)(0xF0 | p >> 18); out += (char)(0x80 | (p >> 12 & 63)); out += (char)(0x80 | (p >> 6 & 63)); out += (char)(0x80 | (p & 63)); }
}

/** Lower case of ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic capitals; everything else stays. */
inline uint32_t lowerPoint(uint32_t p) {
  if (p >= 'A' && p <= 'Z') return p + 32;
  if (p < 0xC0) return p;
  if (p <= 0xDE) return p == 0xD7 ? p : p + 32;
  if (p < 0x100) return p;
  if ((p <= 0x137) || (p >= 0x14A && p <= 0x177)) return p | 1;
  if ((p >= 0x139 && p <= 0x148) || (p >= 0x179 && p <= 0x17E)) return p & 1 ? p + 1 : p;
  if (p >= 0x391 && p <= 0x3A9) return p + 32;
  if (p >= 0x410 && p <= 0x42F) return p + 32;
  return p;
}
/** Upper case of ASCII and Latin-1 letters: enough to imitate headlines in training. */
inline uint32_t upperPoint(uint32_t p) {
  if (p >= 'a' && p <= 'z') return p - 32;
  if (p >= 0xE0 && p <= 0xFE && p != 0xF7) return p - 32;
  return p;
}
inline bool isDigit(uint32_t p) { return p >= '0' && p <= '9'; }

/** Curly quotes become straight, an ellipsis three stops, no-break hyphens plain; digits become 0; at most 40 characters count. */
inline Points normalise(const Points& word) {
  Points out;
  for (uint32_t p : word) {
    if (out.size() >= 40) break;
    if (p == 0x2018 || p == 0x2019 || p == 0x02BC || p == 0x60 || p == 0xB4) out.push_back('\'');
    else if (p == 0x201C || p == 0x201D || p == 0x201E || p == 0xAB || p == 0xBB) out.push_back('"');
    else if (p == 0x2026) { out.push_back('.'); out.push_back('.'); out.push_back('.'); }
    else if (p == 0x2010 || p == 0x2011) out.push_back('-');
    else if (isDigit(p)) out.push_back('0');
    else out.push_back(p);
  }
  if (out.size() == 2 && out[0] == '\'' && out[1] == '\'') return Points{'"'};
  return out;
}

/** Shape: X upper case letter, x lower case, 0 digit, the rest itself; runs longer than two are cut to two. */
inline Points shapeOf(const Points& word) {
  Points out;
  for (uint32_t p : word) {
    uint32_t lower = lowerPoint(p);
    uint32_t s = lower != p ? 'X' : isDigit(p) ? '0' : (p >= 'a' && p <= 'z') || p >= 0xC0 ? 'x' : p;
    size_t n = out.size();
    if (n >= 2 && out[n - 1] == s && out[n - 2] == s) continue;
    out.push_back(s);
  }
  return out;
}

struct WordFeatures {
  std::string key;            // vocabulary key: normalised, lower case
  std::vector<int> buckets;   // hashed sub-words
};

/** FNV-1a (32 bits) over a tag byte and the UTF-8 bytes of points [from, to), folded to the number of buckets (a power of two). */
inline int bucketOf(char tag, const Points& points, size_t from, size_t to, int buckets) {
  uint32_t h = 2166136261u;
  h = (h ^ (uint8_t)tag) * 16777619u;
  std::string bytes;
  for (size_t i = from; i < to; i++) appendPoint(bytes, points[i]);
  for (char b : bytes) h = (h ^ (uint8_t)b) * 16777619u;
  return (int)((h ^ (h >> 15)) & (uint32_t)(buckets - 1));
}

inline WordFeatures featuresOf(const Points& raw, int buckets) {
  Points cased = normalise(raw), lower;
  for (uint32_t p : cased) lower.push_back(lowerPoint(p));
  WordFeatures out;
  for (uint32_t p : lower) appendPoint(out.key, p);
  size_t n = lower.size();
  for (size_t k = 1; k <= 4 && k <= n; k++) out.buckets.push_back(bucketOf((char)('a' + k), lower, 0, k, buckets));
  for (size_t k = 1; k <= 5 && k <= n; k++) out.buckets.push_back(bucketOf((char)('k' + k), lower, n - k, n, buckets));
  Points shape = shapeOf(cased);
  out.buckets.push_back(bucketOf('S', shape, 0, shape.size(), buckets));
  out.buckets.push_back(bucketOf('W', cased, 0, n, buckets));
  return out;
}
