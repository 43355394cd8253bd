export type Mailbox = { readonly address: string; readonly name: string }
