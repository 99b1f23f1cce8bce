/** Whether a ledger's name is the address of a server rather than a file. */
export const isServer = (name: string): boolean => /^postgres(?:ql)?:\/\//.test(name);

/** An address as it may be shown. */
export const withoutPassword = (address: string): string => address.replace(/(?<=:\/\/[^:/@]*):[^@]*(?=@)/, '');
