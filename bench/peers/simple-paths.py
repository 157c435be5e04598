"""igraph: all simple paths of at most `length` edges between pairs of nodes; finds how many there are."""

import igraph
from peer import serve


def prepare(data):
    graph = igraph.Graph(n=data["order"], edges=list(zip(data["from"], data["to"])), directed=True)
    graph.simplify()

    def batch():
        found = [len(graph.get_all_simple_paths(a, to=b, cutoff=data["length"])) for a, b in data["pairs"]]
        return len(found), found

    return batch


serve(prepare)
