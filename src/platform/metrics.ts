import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The figures that /metrics shows. Labels are closed vocabularies: never an id, a name or a text. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly turns = new Counter({
    name: 'guichet_turns_total',
    help: 'Citizen turns by outcome',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  readonly calls = new Counter({
    name: 'guichet_calls_total',
    help: 'Socket calls by event and result',
    labelNames: ['event', 'result'],
    registers: [this.registry],
  });
  readonly confidence = new Histogram({
    name: 'guichet_confidence',
    help: 'Confidence of the first candidate',
    buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1],
    registers: [this.registry],
  });
  readonly turnSeconds = new Histogram({
    name: 'guichet_turn_seconds',
    help: 'Time from a message to its acknowledgement',
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [this.registry],
  });
  readonly sockets = new Gauge({
    name: 'guichet_sockets',
    help: 'Open sockets by namespace',
    labelNames: ['namespace'],
    registers: [this.registry],
  });
  readonly queued = new Gauge({
    name: 'guichet_queued',
    help: 'Conversations waiting, by service',
    labelNames: ['service'],
    registers: [this.registry],
  });
  readonly violations = new Gauge({
    name: 'guichet_invariant_violations',
    help: 'Rows that break an invariant; must be 0',
    labelNames: ['invariant'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
