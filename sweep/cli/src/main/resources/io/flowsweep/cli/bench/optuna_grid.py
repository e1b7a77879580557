"""A study over the numbers from 1 to COUNT, each trial on record in a journal: optuna_grid.py COUNT."""

import os
import sys

import optuna
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend

count = int(sys.argv[1])
journal = "optuna-%d.log" % count
if os.path.exists(journal):
    os.remove(journal)
optuna.logging.set_verbosity(optuna.logging.WARNING)
study = optuna.create_study(
    storage=JournalStorage(JournalFileBackend(journal)),
    sampler=optuna.samplers.GridSampler({"number": list(range(1, count + 1))}),
)
study.optimize(lambda trial: trial.suggest_int("number", 1, count), n_trials=count)
