"""Motifs of towns, water and bridges."""

from math import pi, sin

from .canvas import HEIGHT, WIDTH, Canvas


def horizon(canvas: Canvas) -> None:
    """Rows of houses, one behind the other, under a low sun."""
    canvas.disc(WIDTH * 0.7, HEIGHT * 0.42, 150, canvas.colour(1))
    for layer in range(4):
        share = 0.75 - layer * 0.25
        _houses(canvas, base=HEIGHT * (0.62 + layer * 0.13), height=230 - layer * 15, colour=2, share=share)


def roofs(canvas: Canvas) -> None:
    """Gabled roofs, seen from a tower."""
    for row in range(7):
        y = 130 + row * 145
        x = -120.0 + canvas.random.uniform(-60, 0)
        while x < WIDTH + 100:
            width = canvas.random.uniform(130, 230)
            roof = canvas.colour(1 + canvas.random.randrange(3), 0, 0.55 - row * 0.08)
            ridge = y - canvas.random.uniform(80, 130)
            canvas.box(x, y, x + width, y + 160, canvas.colour(4, 0, 0.6 - row * 0.08))
            canvas.polygon([(x - 10, y), (x + width / 2, ridge), (x + width + 10, y)], roof)
            canvas.box(x + width / 2 - 14, y + 30, x + width / 2 + 14, y + 74, canvas.colour(5))
            x += width + 12


def windows(canvas: Canvas) -> None:
    """A front of windows, some of them lit."""
    for column in range(12):
        for row in range(7):
            x, y = 40 + column * 128, 40 + row * 134
            lit = canvas.random.random() < 0.38
            canvas.box(x, y, x + 96, y + 104, canvas.colour(3 if lit else 2, 0, canvas.random.uniform(0, 0.3)))
            canvas.line([(x + 48, y), (x + 48, y + 104)], 5, canvas.colour(1))
            canvas.line([(x, y + 44), (x + 96, y + 44)], 5, canvas.colour(1))
            canvas.box(x - 6, y + 104, x + 102, y + 112, canvas.colour(1))


def domes(canvas: Canvas) -> None:
    """Onion domes and a wall."""
    canvas.disc(320, 260, 120, canvas.colour(1))
    for index, x in enumerate((380, 620, 860, 1110, 1330)):
        top = 380 + abs(2 - index) * 70
        width = 84 - abs(2 - index) * 8
        canvas.box(x - width * 0.62, top, x + width * 0.62, HEIGHT, canvas.colour(2, 0, 0.1 * index))
        canvas.disc(x, top - width * 0.35, width, canvas.colour(3 + index % 2))
        canvas.polygon(
            [(x - width * 0.8, top - width * 0.95), (x, top - width * 2.6), (x + width * 0.8, top - width * 0.95)],
            canvas.colour(3 + index % 2),
        )
        canvas.line([(x, top - width * 2.5), (x, top - width * 3.1)], 6, canvas.colour(5))
        canvas.box(x - 12, top + 90, x + 12, top + 170, canvas.colour(5))
    _wall(canvas, 800)


def winding_towers(canvas: Canvas) -> None:
    """Winding towers with their wheels in front of hills."""
    _waves(canvas, first=0.55, count=3, colour=2)
    for x, top, size in ((430, 300, 1.0), (1120, 200, 1.25)):
        foot = HEIGHT - 120
        ink = canvas.colour(5)
        for lean in (-170, -40, 60, 150):
            canvas.line([(x, top), (x + lean * size, foot)], 16 * size, ink)
        for step in range(4):
            y = top + (foot - top) * (0.25 + step * 0.2)
            canvas.line(
                [(x - 150 * size * (y - top) / (foot - top), y), (x + 140 * size * (y - top) / (foot - top), y)], 9, ink
            )
        canvas.ring(x, top, 82 * size, 14 * size, ink)
        for spoke in range(4):
            dx, dy = 76 * size * sin(spoke * pi / 4 + pi / 2), 76 * size * sin(spoke * pi / 4)
            canvas.line([(x - dx, top - dy), (x + dx, top + dy)], 6 * size, ink)
        canvas.disc(x, top, 16 * size, canvas.colour(3))
    canvas.box(0, HEIGHT - 130, WIDTH, HEIGHT, canvas.colour(4))


def river(canvas: Canvas) -> None:
    """A wide river with the sun above it."""
    canvas.disc(WIDTH * 0.3, 330, 170, canvas.colour(1))
    _waves(canvas, first=0.42, count=7, colour=2)
    for _ in range(26):
        x, y = canvas.random.uniform(0, WIDTH), canvas.random.uniform(520, 960)
        canvas.line([(x, y), (x + canvas.random.uniform(30, 110), y)], 5, canvas.colour(1, 2, 0.35))


def waves(canvas: Canvas) -> None:
    """Nothing but waves."""
    _waves(canvas, first=0.06, count=11, colour=1)


def bridge(canvas: Canvas) -> None:
    """A bridge of arches and its reflection."""
    canvas.box(0, 620, WIDTH, HEIGHT, canvas.colour(2))
    for index in range(5):
        x = 160 + index * 320
        canvas.box(x - 178, 400, x + 178, 620, canvas.colour(3))
        canvas.slice(x, 622, 126, (180, 360), canvas.colour(0))
        canvas.slice(x, 622, 126, (0, 180), canvas.colour(0, 2, 0.55))
        canvas.ring(x, 622, 128, 8, canvas.colour(4))
    canvas.box(0, 372, WIDTH, 410, canvas.colour(4))
    for post in range(20, WIDTH, 80):
        canvas.line([(post, 330), (post, 372)], 6, canvas.colour(4))
    canvas.line([(0, 330), (WIDTH, 330)], 6, canvas.colour(4))
    for _ in range(40):
        left, level = canvas.random.uniform(0, WIDTH), canvas.random.uniform(650, 980)
        canvas.line([(left, level), (left + canvas.random.uniform(40, 160), level)], 6, canvas.colour(1, 2, 0.5))
    canvas.disc(1290, 180, 84, canvas.colour(1))


def harbour(canvas: Canvas) -> None:
    """Cranes, containers and a ship."""
    for x, reach in ((240, 300), (640, 260), (1010, 330)):
        ink = canvas.colour(3, 0, canvas.random.uniform(0, 0.3))
        canvas.line([(x, 640), (x + 60, 250), (x + 120, 640)], 16, ink)
        canvas.line([(x - 40, 300), (x + 60, 190), (x + 60 + reach, 300)], 8, ink)
        canvas.line([(x - 90, 300), (x + 60 + reach, 300)], 16, ink)
        canvas.line([(x + reach, 300), (x + reach, 440)], 5, ink)
    for column in range(11):
        for row in range(canvas.random.randint(1, 4)):
            left, top = 500 + column * 92, 640 - (row + 1) * 58
            canvas.box(left, top, left + 86, top + 52, canvas.any_colour(2))
    canvas.polygon([(400, 650), (1580, 650), (1480, 780), (520, 780)], canvas.colour(5))
    canvas.box(410, 480, 490, 650, canvas.colour(1))
    _waves(canvas, first=0.76, count=3, colour=4)


def _houses(canvas: Canvas, *, base: float, height: float, colour: int, share: float) -> None:
    x = -20.0
    fill = canvas.colour(colour, 0, share)
    while x < WIDTH:
        width = canvas.random.uniform(70, 150)
        top = base - canvas.random.uniform(height * 0.35, height)
        canvas.box(x, top, x + width, HEIGHT, fill)
        if canvas.random.random() < 0.45:
            canvas.polygon([(x, top), (x + width / 2, top - width * 0.55), (x + width, top)], fill)
        for row in range(2):
            if canvas.random.random() < 0.6:
                left = x + width * canvas.random.uniform(0.2, 0.6)
                canvas.box(left, top + 30 + row * 46, left + 16, top + 54 + row * 46, canvas.colour(3, 0, share))
        x += width


def _waves(canvas: Canvas, *, first: float, count: int, colour: int) -> None:
    for layer in range(count):
        level = HEIGHT * (first + (1 - first) * layer / count)
        phase, length = canvas.random.uniform(0, 6), canvas.random.uniform(260, 480)
        shore = [(x, level + sin(x / length * 2 + phase) * 26) for x in range(0, WIDTH + 21, 20)]
        fill = canvas.colour(colour, 5, layer / max(count - 1, 1) * 0.85)
        canvas.polygon([(0, HEIGHT), *shore, (WIDTH, HEIGHT)], fill)


def _wall(canvas: Canvas, top: float) -> None:
    canvas.box(0, top, WIDTH, HEIGHT, canvas.colour(5))
    for x in range(0, WIDTH, 100):
        canvas.box(x, top - 46, x + 60, top, canvas.colour(5))
