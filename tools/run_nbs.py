"Run notebooks in place and keep their outputs, honouring `#| eval: false` and `tst_flags`."
import os, sys
from pathlib import Path
from fastcore.xtras import working_directory
from fastcore.script import call_parse
from execnb.nbio import read_nb, write_nb
from execnb.shell import CaptureShell
from nbdev.clean import clean_nb
from nbdev.config import get_config
from nbdev.doclinks import nbglob
from nbdev.process import extract_directives

def run_nb(fn, flags=()):
    "Execute `fn` in place; returns True if no cell raised"
    nb, skip = read_nb(fn), set(get_config().tst_flags.split()) - set(flags)
    def _skip(cell):
        if cell.cell_type != 'code' or 'nbdev_export(' in cell.source: return True
        d = extract_directives(cell, remove=False)
        return d.get('eval:', [''])[0].lower() == 'false' or bool(skip & d.keys())
    k = CaptureShell(fn, mpl_format='png')
    try:
        with working_directory(fn.parent): k.run_all(nb, exc_stop=True, preproc=_skip)
    except Exception: # the notebook stays as it was
        print(k.prettytb(fname=fn), file=sys.stderr); return False
    clean_nb(nb); write_nb(nb, fn)
    return True

@call_parse
def main(path:str=None, # Notebook or folder (default: `nbs_path`)
         flags:str=''): # Test flags to run although `tst_flags` skips them
    sys.path.insert(0, str(get_config().config_path))
    os.environ['IN_TEST'] = '1'
    sys.exit(not all([run_nb(Path(f).absolute(), flags.split()) for f in sorted(nbglob(path))]))
