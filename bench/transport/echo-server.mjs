/** The least that relays a message: Socket.IO alone with the options of the protocol. Acknowledges, and tells the other side. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const server = createServer();
const io = new Server(server, {
  maxHttpBufferSize: 32_000,
  perMessageDeflate: false,
  httpCompression: false,
  connectTimeout: 5000,
  pingInterval: 20_000,
  pingTimeout: 15_000,
  serveClient: false,
});
const numbers = new Map();
io.on('connection', (socket) => {
  for (const room of socket.handshake.auth.rooms) socket.join(room);
  socket.on('message:send', ({ conversationId, clientId, text }, ack) => {
    const seq = (numbers.get(conversationId) ?? 0) + 1;
    numbers.set(conversationId, seq);
    const at = new Date().toISOString();
    ack({ ok: true, seq, at });
    socket.to(conversationId).emit('event', { conversationId, seq, kind: 'message', sender: { type: 'citizen' }, at, clientId, text });
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.once('SIGTERM', () => process.exit(0));
