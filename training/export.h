// Writes the weights as network.bin: a JSON header and int8 rows, each with its scale (format: docs/decisions/network-file.md).
#pragma once
#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <cmath>
#include "network.h"

inline std::string jsonList(const std::vector<std::string>& all) {
  std::string out = "[";
  for (size_t i = 0; i < all.size(); i++) {
    out += i ? ",\"" : "\"";
    for (char c : all[i]) {
      if (c == '"' || c == '\\') { out += '\\'; out += c; }
      else if ((unsigned char)c < 0x20) { char code[8]; std::snprintf(code, 8, "\\u%04x", c); out += code; }
      else out += c;
    }
    out += '"';
  }
  return out + "]";
}

/** Rows of int8 with one float32 scale a row; a tensor of one row (bias, prior) stays float32. Little-endian throughout. */
inline void exportNetwork(Network& net, const std::vector<std::string>& words, const std::vector<std::string>& tags, const std::vector<std::string>& labels, const std::vector<std::string>& names, const std::string& path) {
  std::string body, list;
  auto align = [&] { while (body.size() % 16) body += '\0'; };
  for (auto& [name, t] : net.tensors) {
    align();
    bool whole = t.rows == 1;
    list += (list.empty() ? "" : ",") + ("{\"name\":\"" + name + "\",\"rows\":" + std::to_string(t.rows) + ",\"cols\":" + std::to_string(t.cols) + ",\"type\":\"" + (whole ? "f32" : "i8") + "\",\"at\":" + std::to_string(body.size()) + "}");
    if (whole) { body.append((const char*)t.w.data(), t.w.size() * 4); continue; }
    std::string rows;
    for (int r = 0; r < t.rows; r++) {
      const float* w = &t.w[(size_t)r * t.cols];
      float top = 0;
      for (int k = 0; k < t.cols; k++) top = std::max(top, std::fabs(w[k]));
      float scale = top / 127.f;
      body.append((const char*)&scale, 4);
      for (int k = 0; k < t.cols; k++) rows += (char)(int8_t)(scale > 0 ? std::lround(w[k] / scale) : 0);
    }
    body += rows;
  }
  // Keys in the order of their bytes, row 0 the unknown word: the reader searches them where they lie.
  if (!std::is_sorted(words.begin(), words.end())) throw std::runtime_error("the vocabulary is not in the order of its bytes");
  align();
  size_t from = body.size();
  uint32_t start = 0;
  for (auto& word : words) { body.append((const char*)&start, 4); start += word.size(); }
  body.append((const char*)&start, 4);
  size_t text = body.size();
  for (auto& word : words) body += word;
  const Sizes& z = net.z;
  std::string header = "{\"format\":\"chancery-network\",\"sizes\":{\"words\":" + std::to_string(z.words) + ",\"buckets\":" + std::to_string(z.buckets) + ",\"wordDim\":" + std::to_string(z.wordDim) + ",\"pieceDim\":" + std::to_string(z.pieceDim) + ",\"hidden\":" + std::to_string(z.hidden) + ",\"arcDim\":" + std::to_string(z.arcDim) + ",\"labelDim\":" + std::to_string(z.labelDim) + "},\"tags\":" + jsonList(tags) + ",\"labels\":" + jsonList(labels) + ",\"names\":" + jsonList(names) + ",\"vocabulary\":{\"from\":" + std::to_string(from) + ",\"text\":" + std::to_string(text) + "},\"tensors\":[" + list + "]}";
  while ((header.size() + 12) % 16) header += ' ';
  FILE* f = std::fopen(path.c_str(), "wb");
  if (!f) throw std::runtime_error("cannot write " + path);
  uint32_t version = 2, length = (uint32_t)header.size();
  std::fwrite("CHNW", 1, 4, f);
  std::fwrite(&version, 4, 1, f);
  std::fwrite(&length, 4, 1, f);
  std::fwrite(header.data(), 1, header.size(), f);
  std::fwrite(body.data(), 1, body.size(), f);
  std::fclose(f);
}
