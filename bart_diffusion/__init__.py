"Text by denoising: continuous diffusion on BART. Start with `train`, `load_run`, `sample`"
__version__ = "0.0.1"
__all__ = ['BartDiffusionLM', 'load_run', 'sample', 'train']

TYPE_CHECKING = False # the name that type checkers know
if TYPE_CHECKING:
    from .commands.public import BartDiffusionLM, load_run, sample, train

def __getattr__(name): # loads a name when it is first used
    if name not in __all__:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from .commands import public
    return globals().setdefault(name, getattr(public, name))

def __dir__(): return sorted({*globals(), *__all__})
