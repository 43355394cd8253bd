import { freshDatabase } from './database.ts'

await freshDatabase()
