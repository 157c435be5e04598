"""igraph: shortest paths between pairs of nodes; finds the hops of each, -1 where there is none."""

import igraph
from peer import serve


def prepare(data):
    graph = igraph.Graph(n=data["order"], edges=list(zip(data["from"], data["to"])), directed=False)

    def batch():
        found = []
        for a, b in data["pairs"]:
            found.append(len(graph.get_shortest_paths(a, to=b)[0]) - 1)
        return len(found), found

    return batch


serve(prepare)
