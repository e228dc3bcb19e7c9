/// people FILE ...: who is named in which file; the files are read in as many threads as there are cores.
#include <dateline/dateline.hpp>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

namespace {

// One line a person: the file, the name, the titles.
std::string people_in(dateline::Worker& worker, const std::string& file) {
    worker.process_file(file);
    if (worker.completeness() == DATELINE_UNREADABLE) {
        std::cerr << file << ": " << worker.cause() << '\n';
    }
    std::string lines;
    const auto record = nlohmann::json::parse(worker.record());
    for (const auto& person : record["entities"]["people"]) {
        lines += file + '\t' + person["name"].get<std::string>();
        for (const auto& role : person["roles"]) lines += '\t' + role["title"].get<std::string>();
        lines += '\n';
    }
    return lines;
}

}  // namespace

int main(int argc, char** argv) try {
    const std::vector<std::string> files(argv + 1, argv + argc);
    std::vector<std::string> found(files.size());
    const dateline::Engine engine;
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        dateline::Worker worker(engine);  // one for each thread
        for (std::size_t i = next++; i < files.size(); i = next++) found[i] = people_in(worker, files[i]);
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) threads.emplace_back(work);
        work();
    }
    for (const std::string& lines : found) std::cout << lines;
} catch (const dateline::Error& error) {
    std::cerr << "people: " << error.what() << '\n';
    return 2;
}
