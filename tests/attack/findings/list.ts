export const findings: readonly { name: string }[] = [];
