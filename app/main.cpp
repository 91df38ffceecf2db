#include "app/command/line/command_line.hpp"

int main(int argc, char** argv) {
    return framsyn::app::run_program(argc, argv);
}
