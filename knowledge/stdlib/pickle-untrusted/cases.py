import io
import json
import marshal
import pickle
import pickle as p
import shelve
from pickle import Unpickler, loads
from urllib.request import urlopen

import cloudpickle
import dill
import joblib
import numpy as np
import pandas as pd
import torch
from flask import request as current


def files(path, text):
    with open(path, "rb") as file:
        first = pickle.load(file), p.load(file=file), Unpickler(file).load()
        #^ pickle.load
        #^ p.load
        #^ Unpickler
    data = pd.read_pickle(path), joblib.load(path), dill.loads(text), cloudpickle.load(path)
    #^ pd.read_pickle
    #^ joblib.load
    #^ dill.loads
    #^ cloudpickle.load
    with shelve.open(path) as shelf:
        #^ shelve.open
        return first, data, dict(shelf), marshal.loads(text), loads(text)
        #^ marshal.loads
        #^ loads


def arrays(path):
    np.load(path, allow_pickle=True)
    #^ np.load
    np.load(
        #^ np.load
        path,
        allow_pickle=True,  # objects
        mmap_mode="r",
    )
    np.load(path, None, True)
    #^ np.load
    torch.load(path), torch.load(path, weights_only=False)
    #^ torch.load
    #^ torch.load
    np.load(path), np.load(path, allow_pickle=False), torch.load(path, weights_only=True)


def from_outside(socket, request):
    pickle.loads(socket.recv(1024))
    #^ pickle.loads
    data, _address = socket.recvfrom(1024)
    pickle.loads(data)
    #^ pickle.loads
    reply = urlopen("https://example.org/")
    text = b""
    text += reply.read()
    pickle.loads(text)
    #^ pickle.loads
    pickle.loads(request.body), loads(current.data), marshal.loads(input())
    #^ pickle.loads
    #^ loads
    #^ marshal.loads


def own(value, path):
    pickle.loads(pickle.dumps(value))
    text = p.dumps(value, protocol=5)
    buffer = io.BytesIO()
    pickle.dump(value, buffer)
    buffer.seek(0)
    with open(path, "wb") as file:
        pickle.dump(value, file)
    with open(path, "rb") as file:
        pickle.load(file)
    pickle.loads(b"I1\n."), pickle.loads(np.zeros(3).dumps()), shelve.open(path, "n"), shelve.open("own")
    return pickle.loads(text), pickle.load(buffer), dill.loads(cloudpickle.dumps(value))


def own_files():
    with open("model.pkl", "rb") as file, open(input()) as other:
        pickle.load(file), pickle.load(other)
        #^ pickle.load
        #^ pickle.load
        pickle.loads(file.read())
        #^ pickle.loads
    return joblib.load("model.pkl"), pickle.load(io.open("model.pkl", "rb"))
    #^ joblib.load
    #^ pickle.load


SOURCE = "https://example.org/"


def fetched():
    pd.read_pickle("s3://bucket/rows.pkl"), pd.read_pickle(SOURCE + "rows.pkl"), pd.read_pickle("https.pkl")
    #^ pd.read_pickle
    #^ pd.read_pickle
    #^ pd.read_pickle


def annotated(value):
    text: bytes = pickle.dumps(value)
    other: bytes = value.read()
    pickle.loads(text), pickle.loads(other)
    #^ pickle.loads


def others(path, weights, options):
    json.load(path), json.loads(path), np.loadtxt(path), torch.save(path, path)
    pickle.dump(path, path), pickle.dumps(path), marshal.dumps(path)
    torch.load(path, weights_only=weights), np.load(path, allow_pickle=weights)
    return pickle.load(), pickle.load


def shadowed(pickle, loads, path):
    pickle.load(path), loads(path)
    self = path
    return self.pickle.load(path), self.load(path), self.shelve.open(path)


class Reader(Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(name)


Reader(io.BytesIO()).load()

data = data.read()
pickle.load(data)
#^ pickle.load
