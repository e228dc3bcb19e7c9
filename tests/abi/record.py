"""Writes C with which the compiler holds later versions of a header against this one: record.py HEADER >layout.c

All fields with offset and type, the sizes of structs, the numbers of enumerators, the types of functions. Needs clang.
"""
import json
import os
import subprocess
import sys
import tempfile

CLANG = os.environ.get("CLANG", "clang-14")
header = os.path.abspath(sys.argv[1])
folder, name = os.path.dirname(os.path.dirname(header)), os.path.basename(header)


def clang(source, *options):
    words = [CLANG, "-std=c11", "-I", folder, *options, "-x", "c", "-"]
    return subprocess.run(words, input=f"#include <stddef.h>\n#include <stdio.h>\n#include <dateline/{name}>\n{source}", text=True, capture_output=True, check=True).stdout


def declarations():
    file, result = None, []
    for node in json.loads(clang("", "-fsyntax-only", "-Xclang", "-ast-dump=json"))["inner"]:
        file = node["loc"].get("file", file)  # told where it changes
        if file and os.path.abspath(file) == header:
            result.append(node)
    return result


def numbers(expressions):
    with tempfile.TemporaryDirectory() as place:
        lines = "".join(f'printf("%lld\\n", (long long)({one}));' for one in expressions)
        clang(f"int main(void) {{ {lines} }}", "-o", f"{place}/program")
        return subprocess.run([f"{place}/program"], text=True, capture_output=True, check=True).stdout.split()


def of_kind(kind):
    return [node for node in nodes if node["kind"] == kind]


nodes = declarations()
fields = [(struct["name"], field["name"], field["type"]["qualType"])
          for struct in of_kind("RecordDecl") for field in struct.get("inner", []) if field["kind"] == "FieldDecl"]
structs = list(dict.fromkeys(struct for struct, _, _ in fields))
enumerators = [one["name"] for node in of_kind("EnumDecl") for one in node["inner"] if one["kind"] == "EnumConstantDecl"]

print(f'/* Written by tests/abi/record.py. Never changed. */\n#include <dateline/{name}>\n\n#include "../holds.h"\n')
for struct, size in zip(structs, numbers(f"sizeof({struct})" for struct in structs)):
    print(f"SIZE({struct}, {size})")
for (struct, field, kind), offset in zip(fields, numbers(f"offsetof({struct}, {field})" for struct, field, _ in fields)):
    print(f"FIELD({struct}, {field}, {offset}, {kind})")
for enumerator, number in zip(enumerators, numbers(enumerators)):
    print(f"NUMBER({enumerator}, {number})")
for function in of_kind("FunctionDecl"):
    print(f"FUNCTION({function['name']}, {function['type']['qualType']})")
