"""numpy: how often two countries voted alike, and how often differently, from coded votes; finds the sums of both matrices."""

import numpy as np
from peer import serve


def prepare(data):
    country = np.array(data["country"])
    roll = np.array(data["roll"])
    vote = np.array(data["vote"])
    shape = (data["countries"], data["rolls"])

    def batch():
        alike = np.zeros((shape[0], shape[0]), dtype=np.float32)
        present = np.zeros(shape, dtype=np.float32)
        for value in range(data["votes"]):
            cast = np.zeros(shape, dtype=np.float32)
            mine = vote == value
            cast[country[mine], roll[mine]] = 1
            alike += cast @ cast.T
            present += cast
        apart = present @ present.T - alike
        np.fill_diagonal(alike, 0)
        np.fill_diagonal(apart, 0)
        return 1, [float(alike.sum(dtype=np.float64)), float(apart.sum(dtype=np.float64))]

    return batch


serve(prepare)
