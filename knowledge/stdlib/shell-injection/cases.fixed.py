import os
import os as system
import shlex
import subprocess
import subprocess as sp
from os import popen
from subprocess import PIPE, Popen, check_output, run
from sys import argv

LIST = "ls -l"
name = argv[1]

run(f"convert {name}", shell=True)
#^ run
subprocess.call("convert " + name, shell=True)
#^ subprocess.call
subprocess.check_call("convert %s" % name, shell=True)
#^ subprocess.check_call
sp.check_output("convert {}".format(name), shell=True, text=True)
#^ sp.check_output
with Popen(name, stdout=PIPE, shell=1) as process:
    #^ Popen
    process.wait()
run(args=name, shell=True)
#^ run
run(["sh", name], shell=True)
#^ run
os.system("rm " + name)
#^ os.system
system.system(name)
#^ system.system
popen("cat %s" % name).read()
#^ popen
subprocess.getoutput(name)
#^ subprocess.getoutput
run(f"convert {shlex.quote(name)} {name}", shell=True)
#^ run
run("convert {} {}".format(shlex.quote(name), name), shell=True)
#^ run
run(f'ls "{shlex.quote(name)}"', shell=True)
#^ run
run("sh -c 'ls " + shlex.quote(name) + "'", shell=True)
#^ run
run("ls \"%s\" %s" % (shlex.quote(name), 3), shell=True)
#^ run
run("ls '{}'".format(shlex.quote(name)), shell=True)
#^ run
os.system(f"b {shlex.quote(name)!r} {shlex.quote(name)!s}")
#^ os.system
os.system(f"b {shlex.quote(name) = }")
#^ os.system
os.system("j %r" % shlex.quote(name))
#^ os.system
os.system("i {!r}".format(shlex.quote(name)))
#^ os.system
os.system(f"b {shlex.quote(name):.3}")
#^ os.system
os.system(f'd "$(date) {shlex.quote(name)}"')
#^ os.system
os.system("d %(n)d %(m)s" % {"n": 3, "m": name})
#^ os.system
os.system("d %*d %s" % (len(name), 4, name))
#^ os.system

subprocess.run(["git", "status"])
#^ os.system
os.system("cls" if os.name == "nt" else "clear")
#^ os.system
os.system("cd /tmp && ls")
#^ os.system
status = os.system("git diff --stat")
#^ os.system
run(["git", "log", "-n", "3"], check=True)
#^ run
check_output(
    #^ check_output
    ["git", "rev-parse", "HEAD"],
    # what we build
    text=True,
)
run("cat a.txt | sort > b.txt", shell=True)
#^ run
run("echo $HOME", shell=True)
#^ run
run("export A=1", shell=True)
#^ run
run("fc -l", shell=True)
#^ run
os.system("suspend")
#^ os.system
os.system("color 02")
#^ os.system
run("git log", shell=True, executable="/bin/bash")
#^ run
for version in ("ver", "cmd /c ver"):
    os.popen(version)
    #^ os.popen
run(LIST, shell=True)
#^ run
run("ls" " -l", shell=True)
#^ run
run(["ls", "-l"], shell=True)
#^ run

run(["convert", name])
run(shlex.split("convert " + name))
run("convert " + name, shell=False)
run(name)
run(f"convert {shlex.quote(name)}", shell=True)
run("convert " + shlex.quote(name) + " out.png", shell=True)
run("convert %s %s" % (shlex.quote(name), "out.png"), shell=True)
run("convert {} {to}".format(shlex.quote(name), to="out.png"), shell=True)
os.system("kill %d" % os.getpid())
run(f"head -n {len(name)} {shlex.quote(name)}", shell=True)
os.popen(shlex.join(["convert", name]))
run(f'head -n "{len(name)}" \'a b\' {shlex.quote(name)} "c"', shell=True)
run("awk '{{print $1}}' {} \"$HOME\"".format(shlex.quote(name)), shell=True)
run("date +'%%d' -d \"%d\" %s" % (int(name), shlex.quote(name)), shell=True)
run(f'size="$(wc -c {shlex.quote(name)})"', shell=True)
run(f'size="$(date) $(wc -c $(pwd)/{shlex.quote(name)})"', shell=True)
os.system("d %(n)d %(m)5.2f" % {"n": int(name), "m": name})
os.system(f"b {len(name)!r} {shlex.quote(name)!s} {shlex.quote(name):>10}")
os.system("{0} {0}".format(shlex.quote(name)))
run(f"""
    # nobody's
    ls {shlex.quote(name)}
    """, shell=True)
os.listdir(name)
os.execvp("ls", ["ls", name])


def passed_on(command, shell, options):
    run(command, shell=shell)
    run(command, **options)
    return os.system


def shadowed(os, run, command):
    os.system(command)
    run(command, shell=True)


def look_alikes(self, command):
    self.system(command)
    self.os.system(command)
    self.subprocess.run(command, shell=True)


class Device:
    def popen(self, command):
        return self.run(command, shell=True)
