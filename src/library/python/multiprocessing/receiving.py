"""What arrives in a process is made of that process's own classes and functions."""
import pickle
import threading
from multiprocessing import process


def received(data):
    names = process._names_of.get(threading.get_ident())
    return pickle.loads(data) if names is None else names.loads(data)
