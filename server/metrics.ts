import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Runtime } from "#registry/runtime";

export interface Metrics {
  /** One request answered, by its status. */
  count(status: number): void;
  /** Prometheus text. */
  render(): Promise<{ type: string; body: string }>;
}

export function createMetrics({ shelf }: Pick<Runtime, "shelf">): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "masque_api_requests_total",
    help: "API requests answered, by status",
    labelNames: ["status"],
    registers: [registry],
  });
  new Gauge({
    name: "masque_versions",
    help: "Published versions in the catalogue",
    registers: [registry],
    collect() {
      this.set(shelf.size);
    },
  });
  return {
    count: (status) => requests.inc({ status }),
    render: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}
