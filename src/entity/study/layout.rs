//! Places for the nodes of a graph.
//!
//! Spring forces after Fruchterman and Reingold (1991): all nodes push each
//! other away with k² / d, those that are linked pull with d² / k, steps become
//! shorter as it cools. A weak pull to the middle keeps components together
//! (as `ForceAtlas2` has it, Jacomy and others 2014). Then the picture is
//! stretched to the square and labels that lie on each other are pushed apart.
//!
//! One thread, a fixed start, and only + − × ÷ √, which IEEE 754 defines to the
//! last bit: the same graph has the same picture everywhere.

/// A line between two nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// The numbers of the nodes.
    pub nodes: [usize; 2],
    /// How strongly it pulls, above 0 to 1.
    pub weight: f64,
}

type Point = [f64; 2];

/// Rounds of forces; by then nothing moves that is seen.
const ROUNDS: u32 = 300;
/// The longest step of the first round, in sides of the square.
const HEAT: f64 = 0.12;
/// The pull to the middle, beside that of a link of weight 1.
const GRAVITY: f64 = 0.6;
/// Rounds in which labels make room for each other.
const ROOM_ROUNDS: u32 = 120;
/// Cosine and sine of the golden angle, π (3 - √5).
const GOLDEN: Point = [-0.737_368_878_078_319_7, 0.675_490_294_261_523_6];

/// Places in the unit square for nodes whose labels have these widths and
/// heights, in sides of the square; each label is centred on its node and stays
/// inside. Links that name no node are passed over.
#[must_use]
pub fn layout(rooms: &[Point], links: &[Link]) -> Vec<Point> {
    let mut places = start(rooms.len());
    let known = |link: &&Link| {
        let [a, b] = link.nodes;
        a != b && a.max(b) < rooms.len()
    };
    let links: Vec<Link> = links.iter().filter(known).copied().collect();
    for round in 0..ROUNDS {
        let heat = HEAT * f64::from(ROUNDS - round) / f64::from(ROUNDS);
        relax(&mut places, &links, heat);
    }
    fill(&mut places, rooms);
    for _ in 0..ROOM_ROUNDS {
        if !make_room(&mut places, rooms) {
            break;
        }
    }
    places
}

/// Points evenly spread over a disc, the first in the middle (Vogel 1979).
fn start(n: usize) -> Vec<Point> {
    let mut direction = [1.0, 0.0];
    let count = number(n);
    (0..n)
        .map(|node| {
            let radius = (number(node) / count).sqrt() / 2.0;
            let [x, y] = direction;
            let [cos, sin] = GOLDEN;
            direction = [x * cos - y * sin, x * sin + y * cos];
            [x * radius, y * radius]
        })
        .collect()
}

/// One round of forces; no node goes further than `heat`.
fn relax(places: &mut [Point], links: &[Link], heat: f64) {
    let n = places.len();
    let area_each = 1.0 / number(n);
    let spring = area_each.sqrt();
    let mut forces = vec![[0.0, 0.0]; n];
    let mut pull = |a: usize, b: usize, by: Point| {
        for axis in 0..2 {
            forces[a][axis] += by[axis];
            forces[b][axis] -= by[axis];
        }
    };
    for a in 0..n {
        for b in a + 1..n {
            let [x, y] = from_to(places[b], places[a]);
            let push = area_each / (x * x + y * y).max(1e-9);
            pull(a, b, [x * push, y * push]);
        }
    }
    for link in links {
        let [a, b] = link.nodes;
        let [x, y] = from_to(places[a], places[b]);
        let force = (x * x + y * y).sqrt() / spring * link.weight;
        pull(a, b, [x * force, y * force]);
    }
    for (place, [x, y]) in places.iter_mut().zip(forces) {
        let (x, y) = (x - place[0] * GRAVITY, y - place[1] * GRAVITY);
        let length = (x * x + y * y).sqrt();
        let scale = if length > heat { heat / length } else { 1.0 };
        *place = [place[0] + x * scale, place[1] + y * scale];
    }
}

fn from_to([x, y]: Point, [to_x, to_y]: Point) -> Point {
    [to_x - x, to_y - y]
}

/// Stretches the picture to the square, with room for labels at its edges.
fn fill(places: &mut [Point], rooms: &[Point]) {
    for axis in 0..2 {
        let of = |places: &[Point]| -> Vec<f64> { places.iter().map(|p| p[axis]).collect() };
        let all = of(places);
        let least = all.iter().copied().fold(f64::INFINITY, f64::min);
        let most = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let extent = most - least;
        for (place, room) in places.iter_mut().zip(rooms) {
            let share = if extent > 1e-9 {
                (place[axis] - least) / extent
            } else {
                0.5
            };
            let half = half(*room, axis);
            place[axis] = half + share * (1.0 - 2.0 * half);
        }
    }
}

/// Half the room along `axis`, as far as the square has it.
fn half(room: Point, axis: usize) -> f64 {
    room[axis].clamp(0.0, 1.0) / 2.0
}

/// Pushes labels that lie on each other apart, along the axis where less is
/// missing. Whether there were any.
fn make_room(places: &mut [Point], rooms: &[Point]) -> bool {
    let mut has_moved = false;
    for a in 0..places.len() {
        for b in a + 1..places.len() {
            let between = from_to(places[a], places[b]);
            let missing = [0, 1]
                .map(|axis| half(rooms[a], axis) + half(rooms[b], axis) - between[axis].abs());
            if missing[0] <= 1e-9 || missing[1] <= 1e-9 {
                continue;
            }
            has_moved = true;
            let axis = usize::from(missing[1] < missing[0]);
            let sign = if between[axis] < 0.0 { -1.0 } else { 1.0 };
            let by = sign * missing[axis] / 2.0;
            for (node, by) in [(a, -by), (b, by)] {
                let half = half(rooms[node], axis);
                places[node][axis] = (places[node][axis] + by).clamp(half, 1.0 - half);
            }
        }
    }
    has_moved
}

#[expect(clippy::cast_precision_loss, reason = "numbers of nodes are small")]
const fn number(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(pairs: &[[usize; 2]]) -> Vec<Link> {
        let link = |nodes: &[usize; 2]| Link {
            nodes: *nodes,
            weight: 1.0,
        };
        pairs.iter().map(link).collect()
    }

    fn distance(a: Point, b: Point) -> f64 {
        let [x, y] = from_to(a, b);
        (x * x + y * y).sqrt()
    }

    #[test]
    fn linked_nodes_are_nearer_than_others() {
        // Two triangles.
        let pairs = [[0, 2], [2, 4], [4, 0], [1, 3], [3, 5], [5, 1]];
        let places = layout(&[[0.0; 2]; 6], &links(&pairs));
        for a in 0..6 {
            for b in (0..6).filter(|b| *b != a) {
                let near = distance(places[a], places[(a + 2) % 6]);
                if (a + b) % 2 == 1 {
                    assert!(distance(places[a], places[b]) > near, "{places:?}");
                }
            }
        }
    }

    #[test]
    fn labels_stay_inside_and_apart() {
        let rooms = [[0.15, 0.03]; 60];
        let pairs: Vec<[usize; 2]> = (1..60).map(|n| [n / 3, n]).collect();
        let places = layout(&rooms, &links(&pairs));
        for (a, [x, y]) in places.iter().enumerate() {
            assert!((0.075 - 1e-9..=0.925 + 1e-9).contains(x), "{x}");
            assert!((0.015 - 1e-9..=0.985 + 1e-9).contains(y), "{y}");
            for [to_x, to_y] in &places[a + 1..] {
                let apart = (x - to_x).abs() > 0.149 || (y - to_y).abs() > 0.029;
                assert!(apart, "{places:?}");
            }
        }
    }

    #[test]
    fn the_square_is_filled() {
        let places = layout(&[[0.0; 2]; 12], &links(&[[0, 1], [1, 2], [7, 8]]));
        for axis in 0..2 {
            let along = || places.iter().map(|place| place[axis]);
            assert!(along().any(|at| at < 1e-9) && along().any(|at| at > 1.0 - 1e-9));
        }
    }

    #[test]
    fn few_nodes_and_strange_links_are_no_trouble() {
        assert_eq!(layout(&[], &[]), [] as [Point; 0]);
        assert_eq!(layout(&[[0.2, 0.1]], &links(&[[0, 0]])), [[0.5, 0.5]]);
        let two = layout(&[[0.0; 2]; 2], &links(&[[0, 1], [1, 9]]));
        assert!(two.iter().flatten().all(|at| at.is_finite()));
        let large = layout(&[[3.0; 2]; 3], &[]);
        assert!(large.iter().flatten().all(|at| (0.0..=1.0).contains(at)));
    }
}
