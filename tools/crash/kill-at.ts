// Loaded before the command (`node --import`): kills it at a statement of its engine, just before or just after, as $CRASH_AT says.
import { DefaultQueryExecutor } from 'kysely';

const at = process.env['CRASH_AT'];
if (at !== undefined) {
  const { step, when, nth } = JSON.parse(at) as {
    readonly step: string;
    readonly when: 'before' | 'after';
    readonly nth: number;
  };
  let left = nth;
  const die = (): never => {
    process.kill(process.pid, 'SIGKILL');
    // The signal takes effect at once; nothing after this line runs.
    for (;;);
  };
  // The one way by which statements reach an engine: no line of the store knows of this.
  const executor = Object.getPrototypeOf(DefaultQueryExecutor.prototype) as Pick<DefaultQueryExecutor, 'executeQuery'>;
  const { executeQuery } = executor;
  executor.executeQuery = async function (query) {
    const dies = query.sql.includes(step) && --left === 0;
    if (dies && when === 'before') die();
    const result = await executeQuery.call(this, query);
    return dies ? die() : (result as never);
  };
}
