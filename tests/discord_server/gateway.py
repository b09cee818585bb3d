"""The websocket through which Discord tells a bot what happens."""

import asyncio
import importlib
import json
import secrets
import zlib
from collections.abc import Callable
from email.utils import formatdate
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from .wire import NO_INTENTS, PRIVILEGED, Intent, Json, Op

if TYPE_CHECKING:
    from .world import World

HEARTBEAT_INTERVAL_MS = 41_250
CLOSED_BY_CLIENT = (1000, 1001)
CLOSE_UNKNOWN_ERROR = 4000
CLOSE_AUTHENTICATION_FAILED = 4004
CLOSE_DISALLOWED_INTENTS = 4014

Encoder = Callable[[str], str | bytes]


def zlib_encoder() -> Encoder:
    """One zlib stream over a whole connection."""
    stream = zlib.compressobj()
    return lambda text: stream.compress(text.encode()) + stream.flush(zlib.Z_SYNC_FLUSH)


def zstd_encoder() -> Encoder:
    """One zstd stream over a whole connection."""
    # Optional, as it is for discord.py, which asks for it only if it is installed.
    zstandard: Any = importlib.import_module("zstandard")
    stream = zstandard.ZstdCompressor().compressobj()
    block = zstandard.COMPRESSOBJ_FLUSH_BLOCK
    return lambda text: stream.compress(text.encode()) + stream.flush(block)


def plain_encoder() -> Encoder:
    """Text frames."""
    return lambda text: text


ENCODERS = {"zlib-stream": zlib_encoder, "zstd-stream": zstd_encoder, None: plain_encoder}


class Connection:
    """One websocket; sends in the order in which it was told to."""

    def __init__(self, socket: web.WebSocketResponse, encode: Encoder) -> None:
        self.socket = socket
        self._encode = encode
        self._outbox: asyncio.Queue[Json] = asyncio.Queue()

    def send(self, op: Op, data: Any = None, **event: Any) -> None:
        """Put a message into the outbox."""
        self._outbox.put_nowait({"op": int(op), "d": data, "s": None, "t": None, **event})

    async def pump(self) -> None:
        """Send what is in the outbox, for as long as the connection lives."""
        while True:
            frame = self._encode(json.dumps(await self._outbox.get()))
            if isinstance(frame, bytes):
                await self.socket.send_bytes(frame)
            else:
                await self.socket.send_str(frame)


class Session:
    """A login at the gateway; it outlives its connection, so that it can be resumed."""

    def __init__(self, connection: Connection, intents: Intent) -> None:
        self.id = secrets.token_hex(16)
        self.connection: Connection | None = connection
        self.intents = intents
        # Whether this server broke the connection off, so that the bot is sure to come back.
        self.dropped = False
        self._sent: list[tuple[str, Json]] = []

    def emit(self, event: str, data: Json) -> None:
        """Tell the bot something, now or when it comes back."""
        self._sent.append((event, data))
        self._transmit(len(self._sent))

    def resume(self, connection: Connection, sequence: int) -> None:
        """Go on over another connection, from after what the bot has seen."""
        self.connection = connection
        self.dropped = False
        for number in range(sequence + 1, len(self._sent) + 1):
            self._transmit(number)
        self.emit("RESUMED", {})

    def _transmit(self, number: int) -> None:
        if self.connection:
            event, data = self._sent[number - 1]
            self.connection.send(Op.DISPATCH, data, t=event, s=number)


class Gateway:
    """All sessions."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        self.heartbeats = 0
        self.identifies: list[Json] = []
        self.resumes = 0
        self._spoilt: Json = {}
        self._dropping = 0

    @property
    def online(self) -> bool:
        """Whether any bot is connected."""
        return any(session.connection for session in self._sessions.values())

    @property
    def connections(self) -> int:
        """How many sockets are open, with a session or without."""
        return len(self._connections)

    @property
    def expects_bot(self) -> bool:
        """Whether any bot is connected, or about to resume."""
        return any(session.connection or session.dropped for session in self._sessions.values())

    @property
    def intents(self) -> Intent:
        """What the last login asked to hear about."""
        return Intent(self.identifies[-1]["intents"])

    def spoil_next(self, fields: Json) -> None:
        """Let the next `READY` have these fields, which nobody can read."""
        self._spoilt = fields

    def drop_next_resumes(self, times: int) -> None:
        """Break the next connections off as soon as the bot wants to resume over them."""
        self._dropping = times

    def dispatch(
        self, event: str, data: Json, *, needs: Intent = NO_INTENTS, masked: Json | None = None
    ) -> None:
        """Tell every bot with the intents; `masked` is for those without message content."""
        for session in self._sessions.values():
            if session.intents & needs != needs:
                continue
            reads = bool(session.intents & Intent.MESSAGE_CONTENT)
            session.emit(event, masked if masked is not None and not reads else data)

    async def disconnect(self, *, resumable: bool = True, code: int | None = None) -> None:
        """Drop every connection; the bot may resume its session, or has to log in anew."""
        if not resumable:
            self._sessions.clear()
        for session in self._sessions.values():
            session.dropped = session.connection is not None
        for connection in list(self._connections):
            await connection.socket.close(code=code or CLOSE_UNKNOWN_ERROR)

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection."""
        socket = web.WebSocketResponse()
        socket.headers["Date"] = formatdate(self._world.snowflakes.now(), usegmt=True)
        await socket.prepare(request)
        connection = Connection(socket, ENCODERS[request.query.get("compress")]())
        self._connections.add(connection)
        pump = asyncio.create_task(connection.pump())
        connection.send(Op.HELLO, {"heartbeat_interval": HEARTBEAT_INTERVAL_MS})
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    await self._receive(connection, json.loads(frame.data))
        finally:
            pump.cancel()
            self._connections.discard(connection)
            self._part(connection, ended=socket.close_code in CLOSED_BY_CLIENT)
        return socket

    def _part(self, connection: Connection, *, ended: bool) -> None:
        """Detach a session from its connection, and end it if the bot said goodbye."""
        for session in list(self._sessions.values()):
            if session.connection is connection:
                session.connection = None
                if ended and not session.dropped:
                    del self._sessions[session.id]
        self._world.pulse.beat()

    async def _receive(self, connection: Connection, message: Json) -> None:
        match message["op"]:
            case Op.HEARTBEAT:
                self.heartbeats += 1
                connection.send(Op.HEARTBEAT_ACK)
            case Op.IDENTIFY:
                await self._identify(connection, message["d"])
            case Op.RESUME:
                await self._resume(connection, message["d"])
        self._world.pulse.beat()

    async def _identify(self, connection: Connection, data: Json) -> None:
        self.identifies.append(data)
        intents = Intent(data["intents"])
        if data["token"] != self._world.token:
            await connection.socket.close(code=CLOSE_AUTHENTICATION_FAILED)
        elif intents & PRIVILEGED & ~self._world.privileged_intents:
            await connection.socket.close(code=CLOSE_DISALLOWED_INTENTS)
        else:
            session = Session(connection, intents)
            self._sessions[session.id] = session
            self._welcome(session)

    def _welcome(self, session: Session) -> None:
        guilds = [guild for guild in self._world.guilds.values() if guild.installed]
        ready = {
            "v": 10,
            "user": self._world.bot.payload(),
            "application": {"id": str(self._world.application_id), "flags": 0},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "private_channels": [],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self._world.gateway_url,
        }
        session.emit("READY", ready | self._spoilt)
        self._spoilt = {}
        if session.intents & Intent.GUILDS:
            for guild in guilds:
                with_members = bool(session.intents & Intent.GUILD_MEMBERS)
                session.emit("GUILD_CREATE", guild.created(with_members=with_members))

    async def _resume(self, connection: Connection, data: Json) -> None:
        session = self._sessions.get(data["session_id"])
        if data["token"] != self._world.token:
            await connection.socket.close(code=CLOSE_AUTHENTICATION_FAILED)
        elif self._dropping:
            self._dropping -= 1
            await connection.socket.close(code=CLOSE_UNKNOWN_ERROR)
        elif session is None:
            connection.send(Op.INVALID_SESSION, False)
        else:
            self.resumes += 1
            session.resume(connection, data["seq"] or 0)
