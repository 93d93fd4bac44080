"""Run the command line: `python -m relinsight VERB`."""

from relinsight.command_line import main

main()
