"""Run notebooks in place and keep what they print and draw.

    python tools/run_nbs.py nbs/diffusion nbs/00_core.ipynb

A cell under `#| eval: false` or under a directive in `tst_flags` does not run and keeps its
old output, so a result from another machine survives. A notebook that fails is not written."""
import os, sys, time
from pathlib import Path
from execnb.nbio import read_nb, write_nb
from execnb.shell import CaptureShell
from fastcore.script import Param, call_parse
from fastcore.xtras import working_directory
from nbdev.clean import clean_nb
from nbdev.config import get_config
from nbdev.doclinks import nbglob
from nbdev.process import extract_directives

def skips(cell, flags):
    "Whether `cell` is not to be run; if it is, its old output goes"
    if cell.cell_type != 'code' or 'nbdev_export(' in cell.source: return True
    found = extract_directives(cell, remove=False)
    if found.get('eval:', [''])[0].lower() == 'false' or flags & found.keys(): return True
    cell.outputs = [] # the shell would keep it for a cell that prints nothing now
    return False

def run_nb(path, flags):
    "Run one notebook and save it clean; False if a cell raised"
    nb, start = read_nb(path), time.time()
    shell = CaptureShell(path, mpl_format='png') # JupyterLab's format, so that diffs stay small
    try:
        with working_directory(path.parent):
            shell.run_all(nb, exc_stop=True, preproc=lambda cell: skips(cell, flags))
    except Exception:
        print(shell.prettytb(fname=path), file=sys.stderr)
        return False
    clean_nb(nb)
    write_nb(nb, path)
    print(f'{os.path.relpath(path)}: {time.time() - start:.0f} s')
    return True

@call_parse
def main(
    paths:Param('Notebooks or folders (default: all of `nbs_path`)', str, nargs='*'),
    path:str=None, # One more, as nbdev_test spells it
    flags:str='',  # Flags to run although `tst_flags` skips them, such as "slow cuda"
):
    "Run notebooks in place and keep their outputs"
    cfg = get_config()
    sys.path.insert(0, str(cfg.config_path)) # this checkout, even if another is installed
    os.environ['IN_TEST'] = '1'              # as nbdev_test sets it
    skipped = set(cfg.tst_flags.split()) - set(flags.split())
    asked = [*(paths or []), *([path] if path else [])] or [None]
    found = {Path(o).absolute() for p in asked for o in nbglob(p)}
    if not found: sys.exit('no notebook there')
    sys.exit(not all([run_nb(o, skipped) for o in sorted(found)]))
