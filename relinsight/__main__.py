"""Run the command line: `python -m relinsight VERB`."""

from relinsight.command_line import main

if __name__ == "__main__":
    main()
