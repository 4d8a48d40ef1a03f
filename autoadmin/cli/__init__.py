"""The front door for operators and administrators: arguments in, one workflow, text or JSON out.

Every command imports what it needs when it runs, so that `autoadmin --help` answers at once.
"""
