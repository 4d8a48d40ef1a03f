"""`python -m autoadmin` is the same as `autoadmin`."""

from autoadmin.cli.main import main

if __name__ == "__main__":
    main()
