#!/usr/bin/env bash
# Test every notebook, without a network. Options go to nbdev_test, paths as seen from the
# root of the repository:
#   bash tools/test.sh
#   bash tools/test.sh --path nbs/diffusion/00_schedule.ipynb
#   bash tools/test.sh --flags "slow cuda"
# The last line is `N passed, M failed`, counted in notebooks.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ -z "${VIRTUAL_ENV:-}${CONDA_PREFIX:-}" ]; then
  echo "No environment is active, so the tests use .venv in this folder" \
       "(activate it with: . .venv/bin/activate)"
  [ -x .venv/bin/python ] || python3 -m venv .venv
  . .venv/bin/activate
fi

# Install once for each environment, and again when a file that decides what is installed
# has changed, or when the environment has come to hold another checkout.
stamp="$(python -c 'import sys; print(sys.prefix)')/.bart_diffusion"
want="$(pwd -P) $(cat settings.ini setup.py constraints.txt | cksum)"
if [ "$(cat "$stamp" 2>/dev/null)" != "$want" ]; then
  echo "Installing the package and what its tests need: takes some minutes the first time"
  python -m pip install -qq -c constraints.txt -e '.[dev]'
  echo "$want" > "$stamp"
fi

scratch=$(mktemp -d); trap 'rm -rf "$scratch"' EXIT
export HF_HUB_OFFLINE=1 TOKENIZERS_PARALLELISM=false
export OMP_NUM_THREADS=1 # two workers with a thread each beat two that fight for cores
# Triton's interpreter checks GPU kernels on a CPU; it must be chosen before Triton loads
command -v nvidia-smi >/dev/null || export TRITON_INTERPRET=1
export IPYTHONDIR="$scratch" HYPOTHESIS_STORAGE_DIRECTORY="$scratch/hypothesis"
export PYTHONUNBUFFERED=1 # each notebook is named as it starts

rc=0
nbdev_test --n_workers 2 --do_print --timing "$@" 2>&1 | tee "$scratch/log" || rc=$?

# nbdev_test says `Starting` and `Completed` for each notebook, then names those that failed.
# Two workers may print on one line, so we count words. A notebook that never completed
# took its worker down with it: it failed.
count() { { grep -o -- "$1" "$scratch/log" || true; } | wc -l; }
started=$(count 'Starting /')
named=$(sed '1,/^nbdev Tests Failed/d' "$scratch/log" | grep -c '\.ipynb$' || true)
passed=$(( $(count '- Completed /') - named ))
failed=$(( started - passed ))
if [ "$rc" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$started" -eq 0 ]; then echo "no notebook ran"; rc=1; fi
echo "$passed passed, $failed failed"
[ "$rc" -eq 0 ] && [ "$failed" -eq 0 ]
