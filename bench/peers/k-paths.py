"""NetworkX: the k shortest simple paths between pairs of nodes; finds the hops of each."""

from itertools import islice

import networkx as nx
from peer import serve


def prepare(data):
    graph = nx.Graph()
    graph.add_nodes_from(range(data["order"]))
    graph.add_edges_from(zip(data["from"], data["to"]))
    k = data["k"]

    def batch():
        found = []
        for a, b in data["pairs"]:
            try:
                found.append([len(path) - 1 for path in islice(nx.shortest_simple_paths(graph, a, b), k)])
            except nx.NetworkXNoPath:
                found.append([])
        return len(found), found

    return batch


serve(prepare)
