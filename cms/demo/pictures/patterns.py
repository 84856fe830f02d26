"""Motifs without houses: tiles, rays, circles, fields."""

from math import cos, pi, sin

from .canvas import HEIGHT, WIDTH, Canvas


def arcs(canvas: Canvas) -> None:
    """Points on two shores, joined by arcs."""
    west = [(canvas.random.uniform(80, 620), canvas.random.uniform(420, 900)) for _ in range(16)]
    east = [(canvas.random.uniform(980, 1520), canvas.random.uniform(420, 900)) for _ in range(16)]
    for (x1, y1), (x2, y2) in zip(west, east, strict=True):
        lift = canvas.random.uniform(240, 420)
        steps = [step / 40 for step in range(41)]
        curve = [(x1 + (x2 - x1) * t, y1 + (y2 - y1) * t - sin(pi * t) * lift) for t in steps]
        canvas.line(curve, canvas.random.uniform(4, 9), canvas.any_colour())
    for x, y in west + east:
        canvas.disc(x, y, 17, canvas.colour(5))
        canvas.disc(x, y, 8, canvas.colour(0))


def mosaic(canvas: Canvas) -> None:
    """Triangles in many shades."""
    side = 100
    for column in range(WIDTH // side):
        for row in range(HEIGHT // side):
            x, y = column * side, row * side
            corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
            turn = canvas.random.randrange(2)
            for half in range(2):
                triangle = [corners[(turn + half * 2 + step) % 4] for step in range(3)]
                canvas.polygon(
                    triangle, canvas.colour(1 + canvas.random.randrange(5), 0, canvas.random.uniform(0, 0.5))
                )


def tiles(canvas: Canvas) -> None:
    """Quarter circles that find each other."""
    side = 200
    for column in range(WIDTH // side):
        for row in range(HEIGHT // side):
            x, y = column * side, row * side
            canvas.box(x, y, x + side, y + side, canvas.colour(1 if (column + row) % 2 else 2, 0, 0.6))
            turn = canvas.random.randrange(4)
            centres = [((x, y), 0), ((x + side, y), 90), ((x + side, y + side), 180), ((x, y + side), 270)]
            (cx, cy), angle = centres[turn]
            for radius, index in ((180, 3), (125, 4), (70, 5)):
                canvas.slice(cx, cy, radius, (angle, angle + 90), canvas.colour(index))


def rays(canvas: Canvas) -> None:
    """Forty rays, one for each year."""
    x, y = WIDTH * 0.5, HEIGHT * 1.02
    for ray in range(40):
        start = 180 + ray * 4.5
        canvas.slice(x, y, 1400, (start, start + 4.6), canvas.colour(1 + ray % 4, 0, canvas.random.uniform(0, 0.45)))
    canvas.disc(x, y, 300, canvas.colour(0))
    canvas.disc(x, y, 250, canvas.colour(5))


def stairs(canvas: Canvas) -> None:
    """Flights of stairs, one before the other, all going up."""
    for flight in range(6):
        foot = HEIGHT * 0.62 + flight * 110
        for step in range(WIDTH // 80):
            left, top = step * 80, min(foot - step * 38, HEIGHT - 12)
            canvas.box(left, top, left + 81, HEIGHT, canvas.colour(1 + flight % 5, 0, 0.5 - flight * 0.1))
            canvas.box(left, top, left + 81, top + 12, canvas.colour(1 + flight % 5))


def shelves(canvas: Canvas) -> None:
    """Shelves full of files."""
    for shelf in range(4):
        base = 240 + shelf * 245
        x = 30.0
        while x < WIDTH - 60:
            width, height = canvas.random.uniform(28, 74), canvas.random.uniform(130, 205)
            fill = canvas.colour(1 + canvas.random.randrange(4), 0, canvas.random.uniform(0, 0.35))
            canvas.box(x, base - height, x + width, base, fill)
            canvas.box(x + width * 0.25, base - height * 0.8, x + width * 0.75, base - height * 0.6, canvas.colour(0))
            x += width + canvas.random.choice((3, 3, 3, 46))
        canvas.box(0, base, WIDTH, base + 22, canvas.colour(5))


def rings(canvas: Canvas) -> None:
    """Rings that hold each other."""
    for row in range(3):
        for column in range(6):
            x, y = 150 + column * 260 + (row % 2) * 70, 210 + row * 290
            canvas.ring(x, y, 190, 26, canvas.colour(1 + (column + row) % 5))


def voices(canvas: Canvas) -> None:
    """Waves from two sides that cross in the middle."""
    for step in range(13):
        radius = 110 + step * 74
        canvas.arc(180, HEIGHT / 2, radius, (-62, 62), 17, canvas.colour(1, 0, step * 0.065))
        canvas.arc(WIDTH - 180, HEIGHT / 2, radius, (118, 242), 17, canvas.colour(2, 0, step * 0.065))
    canvas.disc(180, HEIGHT / 2, 74, canvas.colour(1))
    canvas.disc(WIDTH - 180, HEIGHT / 2, 74, canvas.colour(2))
    canvas.disc(WIDTH / 2, HEIGHT / 2, 58, canvas.colour(3))


def kites(canvas: Canvas) -> None:
    """Kites in the wind."""
    for _ in range(11):
        x, y = canvas.random.uniform(120, WIDTH - 220), canvas.random.uniform(110, 620)
        size = canvas.random.uniform(60, 130)
        one, other = canvas.any_colour(), canvas.any_colour()
        canvas.polygon([(x, y - size), (x + size * 0.7, y), (x, y)], one)
        canvas.polygon([(x, y - size), (x - size * 0.7, y), (x, y)], other)
        canvas.polygon([(x - size * 0.7, y), (x, y), (x, y + size * 1.3)], one)
        canvas.polygon([(x + size * 0.7, y), (x, y), (x, y + size * 1.3)], other)
        tail = [(x + sin(step / 2.2) * 16 + step * 7, y + size * 1.3 + step * 15) for step in range(14)]
        canvas.line(tail, 4, canvas.colour(5))


def orbits(canvas: Canvas) -> None:
    """Planets on their orbits."""
    x, y = WIDTH * 0.42, HEIGHT * 0.52
    for orbit in range(7):
        radius = 130 + orbit * 54
        canvas.ring(x, y, radius, 4, canvas.colour(1, 0, 0.45))
        angle = canvas.random.uniform(0, 2 * pi)
        canvas.disc(
            x + cos(angle) * radius, y + sin(angle) * radius, canvas.random.uniform(14, 30), canvas.any_colour(2)
        )
    canvas.disc(x, y, 84, canvas.colour(1))
    for _ in range(120):
        canvas.disc(canvas.random.uniform(0, WIDTH), canvas.random.uniform(0, HEIGHT), 3, canvas.colour(1, 0, 0.3))


def groups(canvas: Canvas) -> None:
    """Seven groups of dots in conversation."""
    for group in range(7):
        angle = group * 2 * pi / 7
        cx, cy = WIDTH / 2 + cos(angle) * 560, HEIGHT / 2 + sin(angle) * 320
        canvas.ring(cx, cy, 128, 5, canvas.colour(1 + group % 5))
        for _ in range(16):
            turn, distance = canvas.random.uniform(0, 2 * pi), canvas.random.uniform(20, 104)
            spot = (cx + cos(turn) * distance, cy + sin(turn) * distance)
            canvas.disc(
                *spot, canvas.random.uniform(10, 20), canvas.colour(1 + group % 5, 0, canvas.random.uniform(0, 0.4))
            )
        canvas.line([(cx, cy), (WIDTH / 2, HEIGHT / 2)], 3, canvas.colour(1 + group % 5, 0, 0.4))
    canvas.disc(WIDTH / 2, HEIGHT / 2, 110, canvas.colour(5))


def fields(canvas: Canvas) -> None:
    """Fields from above, furrow by furrow."""
    y = -60.0
    while y < HEIGHT:
        height = canvas.random.uniform(130, 220)
        x = -200.0
        while x < WIDTH:
            width = canvas.random.uniform(180, 420)
            slope = 90
            fill = canvas.colour(1 + canvas.random.randrange(5), 0, canvas.random.uniform(0, 0.3))
            canvas.polygon([(x + slope, y), (x + width + slope, y), (x + width, y + height), (x, y + height)], fill)
            for furrow in range(int(width // 22)):
                left = x + furrow * 22
                canvas.line([(left + slope, y), (left, y + height)], 3, canvas.colour(0, 5, 0.1))
            x += width
        y += height + 8


def fan(canvas: Canvas) -> None:
    """A fan of streets and gardens."""
    x, y = WIDTH * 0.5, HEIGHT * 0.16
    for rib in range(16):
        start = 12 + rib * 9.75
        canvas.slice(x, y, 1250, (start, start + 9), canvas.colour(1 + rib % 5, 0, canvas.random.uniform(0.05, 0.4)))
    for radius in (330, 560, 800):
        canvas.arc(x, y, radius, (12, 168), 14, canvas.colour(0))
    canvas.disc(x, y, 120, canvas.colour(5))
    canvas.disc(x, y, 70, canvas.colour(0))
