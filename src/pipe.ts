/** Hears every stage: its name, the layer it made, and how long it took in milliseconds where the caller gives a clock. */
export interface Watch {
  readonly clock: () => number;
  readonly step: (stage: string, layer: unknown, milliseconds: number) => void;
}

/** A list of stages that knows which layers exist so far: adding a stage whose needs are not met does not compile. */
export interface Pipe<Start extends object, Layers extends Start> {
  readonly add: <Name extends string, Layer>(
    name: Name,
    stage: (layers: Layers) => Layer,
  ) => Pipe<Start, Layers & { readonly [K in Name]: Layer }>;
  readonly run: (start: Start, watch: Watch | null) => Layers;
}

interface Stage {
  readonly name: string;
  readonly make: (layers: never) => unknown;
}

export const begin = <Start extends object>(): Pipe<Start, Start> => pipe<Start, Start>([]);

function pipe<Start extends object, Layers extends Start>(stages: readonly Stage[]): Pipe<Start, Layers> {
  return {
    add: (name, make) => pipe([...stages, { name, make: make as (layers: never) => unknown }]),
    run: (start, watch) => {
      const layers = { ...start } as Record<string, unknown>;
      for (const { name, make } of stages) {
        const began = watch?.clock() ?? 0;
        const layer = make(layers as never);
        layers[name] = layer;
        watch?.step(name, layer, watch.clock() - began);
      }
      return layers as Layers;
    },
  };
}
