"python -m bart_diffusion: see nbs/commands/08_main.ipynb"
from .commands.main import main

if __name__ == '__main__': main()
