/** The passphrase of every demo account. It opens nothing else, and is offered only where demo accounts are. */
export const demoPassphrase = "a hedge is not a wall";
