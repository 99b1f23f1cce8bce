import { z } from 'zod';

/**
 * What each file of `knowledge/` must look like. The key is the file's path without its ending; a key that ends in `/*`
 * stands for all files of a folder, whose lists are joined. A stage takes what it needs as `know['actors/states']`.
 */
export const schemas = {} satisfies Record<string, z.ZodType>;
