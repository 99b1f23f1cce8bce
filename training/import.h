// Reads a network.bin again: a teacher to distil from, or weights to go on from.
#pragma once
#include <fstream>
#include <iterator>
#include <stdexcept>
#include "network.h"

struct Stored {
  Sizes sizes;
  std::vector<std::string> words;
  std::map<std::string, Floats> tensors;
};

/** Only for files that exportNetwork wrote: the header is searched, not parsed. */
inline Stored importNetwork(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::string all((std::istreambuf_iterator<char>(in)), {});
  uint32_t length;
  std::memcpy(&length, &all[8], 4);
  std::string header = all.substr(12, length);
  const char* body = all.data() + 12 + length;
  auto number = [&](const std::string& text, const std::string& name, size_t from) {
    size_t at = text.find("\"" + name + "\":", from);
    if (at == std::string::npos) throw std::runtime_error(path + ": no " + name);
    return std::stoi(text.substr(at + name.size() + 3, 12));
  };
  auto list = [&](const std::string& name) {
    std::vector<std::string> out;
    size_t at = header.find("\"" + name + "\":[") + name.size() + 4;
    while (header[at] != ']') {
      std::string s;
      for (at++; header[at] != '"'; at++) {
        if (header[at] == '\\' && header[at + 1] == 'u') { s += (char)std::stoi(header.substr(at + 2, 4), nullptr, 16); at += 5; }
        else { if (header[at] == '\\') at++; s += header[at]; }
      }
      out.push_back(s);
      at++;
      if (header[at] == ',') at++;
    }
    return out;
  };
  Stored out;
  int count = number(header, "words", 0), from = number(header, "from", 0), text = number(header, "text", 0);
  for (int row = 0; row < count; row++) {
    uint32_t at[2];
    std::memcpy(at, body + from + row * 4, 8);
    out.words.emplace_back(body + text + at[0], at[1] - at[0]);
  }
  out.sizes = {(int)out.words.size(), number(header, "buckets", 0), number(header, "wordDim", 0), number(header, "pieceDim", 0), number(header, "hidden", 0), (int)list("tags").size(), (int)list("labels").size(), number(header, "arcDim", 0), number(header, "labelDim", 0), header.find("\"names\":[") == std::string::npos ? 0 : (int)list("names").size()};
  for (size_t at = header.find("\"tensors\":["); (at = header.find("{\"name\":\"", at)) != std::string::npos; at++) {
    size_t end = header.find('}', at);
    std::string entry = header.substr(at, end - at), name = entry.substr(9, entry.find('"', 9) - 9);
    int rows = number(entry, "rows", 0), cols = number(entry, "cols", 0);
    const char* from = body + number(entry, "at", 0);
    Floats& w = out.tensors[name];
    w.resize((size_t)rows * cols);
    if (entry.find("\"f32\"") != std::string::npos) { std::memcpy(w.data(), from, w.size() * 4); continue; }
    for (int r = 0; r < rows; r++) {
      float scale;
      std::memcpy(&scale, from + r * 4, 4);
      for (int c = 0; c < cols; c++) w[(size_t)r * cols + c] = scale * (float)(int8_t)from[(size_t)rows * 4 + (size_t)r * cols + c];
    }
  }
  return out;
}

inline void restore(Network& net, const Stored& stored) {
  for (auto& [name, t] : net.tensors) {
    if (t.w.empty()) continue;  // a head that the stored network has not
    const Floats& w = stored.tensors.at(name);
    if (w.size() != t.w.size()) throw std::runtime_error("other shape: " + name);
    t.w = t.mean = w;
  }
}
