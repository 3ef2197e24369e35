// Loaded before a program that knows nothing of its launcher: when that one is gone, by whatever signal, it ends too.
process.once('disconnect', () => process.exit(1));
// Waiting for it keeps nobody alive. Jest's workers live on their channel until they stop listening to it.
if (!process.env.JEST_WORKER_ID) process.channel?.unref();
else process.on('removeListener', (event) => event === 'message' && process.channel?.unref());
