/** What the server counts, in the text format of Prometheus (exposition format 0.0.4). */

import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Datasets } from "../service/datasets.ts";
import type { Work } from "../service/work/work.ts";

/** Upper bounds of the classes of durations, in seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Duration {
  /** By class, not summed up; one more for all beyond the last bound. */
  readonly classes: number[];
  sum: number;
  count: number;
}

type Labels = Readonly<Record<string, string>>;

const escaped = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

const sample = (name: string, labels: Labels, value: number): string => {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}\n`;
};

const family = (
  name: string,
  type: "counter" | "gauge" | "histogram",
  help: string,
  samples: readonly (readonly [Labels, number])[],
): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map(([labels, value]) => sample(name, labels, value)).join("")}`;

/** Counts requests; everything else is read off when it is asked for. */
export class Metrics {
  private readonly requests = new Map<string, { readonly labels: Labels; count: number }>();
  private readonly durations = new Map<string, { readonly labels: Labels; readonly duration: Duration }>();
  private readonly delay = monitorEventLoopDelay({ resolution: 10 });
  private readonly started = Date.now() / 1000 - process.uptime();
  private open = 0;

  /** Begins to watch the event loop. */
  constructor() {
    this.delay.enable();
  }

  /** A request has come. */
  begin(): void {
    this.open++;
  }

  /** It is over: answered after some seconds, or broken off. `route` is a route's id, so there are few. */
  end(route: string, method: string, status: number, seconds: number): void {
    this.open--;
    const labels = { route, method, status: String(status) };
    const key = `${route} ${method} ${status}`;
    const counted = this.requests.get(key) ?? { labels, count: 0 };
    counted.count++;
    this.requests.set(key, counted);
    const kept = this.durations.get(route) ?? {
      labels: { route },
      duration: { classes: new Array<number>(BOUNDS.length + 1).fill(0), sum: 0, count: 0 },
    };
    this.durations.set(route, kept);
    const found = BOUNDS.findIndex((bound) => seconds <= bound);
    const place = found < 0 ? BOUNDS.length : found;
    kept.duration.classes[place] = (kept.duration.classes[place] as number) + 1;
    kept.duration.sum += seconds;
    kept.duration.count++;
  }

  /** All families. */
  text(release: string, catalogue: Datasets, work: Work | null): string {
    return [
      ...this.processFamilies(release),
      ...this.requestFamilies(),
      ...datasetFamilies(catalogue),
      ...(work ? workFamilies(work) : []),
    ].join("");
  }

  private processFamilies(release: string): string[] {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
    const one = (name: string, type: "counter" | "gauge", help: string, value: number) =>
      family(name, type, help, [[{}, value]]);
    const delays = [0.5, 0.99].map(
      (part) => [{ quantile: String(part) }, this.delay.percentile(part * 100) / 1e9] as const,
    );
    return [
      family("stancegraph_build_info", "gauge", "Version of the program and of Node.", [
        [{ version: release, node: process.version }, 1],
      ]),
      one("process_cpu_seconds_total", "counter", "CPU time spent.", (user + system) / 1e6),
      one("process_start_time_seconds", "gauge", "Start, in seconds since 1970.", this.started),
      one("process_resident_memory_bytes", "gauge", "Memory resident.", rss),
      one("nodejs_heap_used_bytes", "gauge", "Heap of the main thread in use.", heapUsed),
      one("nodejs_heap_total_bytes", "gauge", "Heap of the main thread.", heapTotal),
      one("nodejs_external_memory_bytes", "gauge", "Memory outside the heap.", external),
      family("nodejs_eventloop_delay_seconds", "gauge", "How late the event loop comes round.", delays),
      one("nodejs_eventloop_delay_max_seconds", "gauge", "The latest so far.", this.delay.max / 1e9),
    ];
  }

  private requestFamilies(): string[] {
    const name = "stancegraph_http_request_duration_seconds";
    const histogram = [...this.durations.values()].map(({ labels, duration }) => {
      let sum = 0;
      const classes = [...BOUNDS.map(String), "+Inf"].map((le, at) => {
        sum += duration.classes[at] as number;
        return sample(`${name}_bucket`, { ...labels, le }, sum);
      });
      return (
        classes.join("") +
        sample(`${name}_sum`, labels, duration.sum) +
        sample(`${name}_count`, labels, duration.count)
      );
    });
    return [
      family(
        "stancegraph_http_requests_total",
        "counter",
        "Requests by route, method and status.",
        [...this.requests.values()].map(({ labels, count }) => [labels, count] as const),
      ),
      family(name, "histogram", "Time from the head of a request to the end of its answer.", []) +
        histogram.join(""),
      family("stancegraph_http_requests_open", "gauge", "Requests under way.", [[{}, this.open]]),
    ];
  }
}

function datasetFamilies(catalogue: Datasets): string[] {
  const { all } = catalogue;
  const records = all.flatMap(({ dataset }) =>
    (["actors", "issues", "sources", "statements"] as const).map(
      (table) => [{ dataset: dataset.id, table }, dataset[table].length] as const,
    ),
  );
  const pending = all.map(
    ({ dataset: { id } }) => [{ dataset: id }, catalogue.pendingProblems(id).length] as const,
  );
  const caches = all.flatMap(({ dataset, caches: found }) =>
    Object.entries(found).map(([cache, state]) => ({ labels: { dataset: dataset.id, cache }, state })),
  );
  const ofCaches = (member: "hits" | "misses" | "entries") =>
    caches.map(({ labels, state }) => [labels, state[member]] as const);
  return [
    family("stancegraph_ready", "gauge", "1 once every dataset is loaded.", [[{}, catalogue.ready ? 1 : 0]]),
    family("stancegraph_dataset_records", "gauge", "Records by dataset and table.", records),
    family("stancegraph_dataset_problems", "gauge", "Problems of a newer version not loaded.", pending),
    family("stancegraph_cache_hits_total", "counter", "Answers found in a cache.", ofCaches("hits")),
    family("stancegraph_cache_misses_total", "counter", "Answers not found there.", ofCaches("misses")),
    family("stancegraph_cache_entries", "gauge", "Entries kept.", ofCaches("entries")),
  ];
}

function workFamilies(work: Work): string[] {
  const { threads, waiting, running, outcomes } = work.state;
  return [
    family("stancegraph_work_threads", "gauge", "Worker threads.", [[{}, threads]]),
    family("stancegraph_work_waiting", "gauge", "Jobs that wait for a thread.", [[{}, waiting]]),
    family("stancegraph_work_running", "gauge", "Jobs under way.", [[{}, running]]),
    family(
      "stancegraph_work_jobs_total",
      "counter",
      "Jobs by how they ended.",
      Object.entries(outcomes).map(([outcome, count]) => [{ outcome }, count] as const),
    ),
  ];
}
