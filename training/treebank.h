// Reads CoNLL-U: words, joint tags, heads and labels. Multiword lines and empty nodes are passed over.
#pragma once
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

struct Sentence {
  std::vector<std::string> forms, tags, labels;  // tag: "UPOS XPOS"
  std::vector<int> heads;                        // 0 is the root, words count from 1
  int size() const { return (int)forms.size(); }
};

inline std::vector<std::string> split(const std::string& s, char by) {
  std::vector<std::string> out;
  std::stringstream stream(s);
  for (std::string part; std::getline(stream, part, by);) out.push_back(part);
  return out;
}

inline std::vector<Sentence> readTreebank(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<Sentence> out;
  Sentence now;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) { if (now.size()) out.push_back(now); now = Sentence(); continue; }
    if (line[0] == '#') continue;
    auto f = split(line, '\t');
    if (f[0].find_first_of("-.") != std::string::npos) continue;
    now.forms.push_back(f[1]);
    now.tags.push_back(f[3] + " " + f[4]);
    now.heads.push_back(std::stoi(f[6]));
    now.labels.push_back(f[7]);
  }
  if (now.size()) out.push_back(now);
  return out;
}
