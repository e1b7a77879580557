"""Reads handwritten digits by softmax regression, with nothing but Python's standard library.

    python3 train.py --learning-rate 0.3 --epochs 5

trains on three quarters of the digits, and after each epoch prints how well it reads the rest.
"""

import argparse
import csv
import math
import random

CLASSES = 10
TEST_SHARE = 0.25


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default="../data/digits.csv", help="rows of 64 pixels, 0 to 16, and the digit")
    parser.add_argument("--learning-rate", type=float, default=0.3, help="length of a step of the descent")
    parser.add_argument("--batch", type=int, default=16, help="images a step")
    parser.add_argument("--decay", type=float, default=0.0, help="weight of the squared weights in what is minimised")
    parser.add_argument("--epochs", type=int, default=5, help="passes over the training images")
    parser.add_argument("--shift", action="store_true", help="learn from images that are moved by a pixel, too")
    parser.add_argument("--seed", type=int, default=0, help="of the split, and of the order of the images")
    return parser.parse_args()


def read(file):
    """Images as pairs (pixels, digit), the pixels from 0 to 1 and with a last one that is always 1, for the bias."""
    with open(file, newline="") as rows:
        return [([int(pixel) / 16 for pixel in row[:-1]] + [1.0], int(row[-1])) for row in csv.reader(rows)]


def shifted(image):
    """The image, moved to the right by one pixel."""
    pixels, digit = image
    moved = [0.0 if at % 8 == 0 else pixels[at - 1] for at in range(64)]
    return moved + [1.0], digit


def present(image):
    """Only the pixels that are not white, by their place: about half of them."""
    pixels, digit = image
    return [(at, value) for at, value in enumerate(pixels) if value], digit


def probabilities(weights, pixels):
    """How likely each digit is; weights are rows of one number for each digit, one row for each pixel."""
    scores = [0.0] * CLASSES
    for at, value in pixels:
        scores = [score + value * weight for score, weight in zip(scores, weights[at])]
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def learn(weights, batch, rate, decay):
    """One step of the descent on the mean cross-entropy of a batch; the mean before it."""
    loss = 0.0
    errors = []
    for pixels, digit in batch:
        guess = probabilities(weights, pixels)
        loss -= math.log(max(guess[digit], 1e-300))
        guess[digit] -= 1
        errors.append((pixels, guess))
    if decay:
        weights[:] = [[weight * (1 - rate * decay) for weight in row] for row in weights]
    step = rate / len(batch)
    for pixels, error in errors:
        for at, value in pixels:
            weights[at] = [weight - step * value * slope for weight, slope in zip(weights[at], error)]
    return loss / len(batch)


def accuracy(weights, images):
    """The share of the images that are read correctly."""
    right = 0
    for pixels, digit in images:
        guess = probabilities(weights, pixels)
        right += guess.index(max(guess)) == digit
    return right / len(images)


def main():
    given = parse_arguments()
    dice = random.Random(given.seed)
    images = read(given.data)
    dice.shuffle(images)
    tests = int(len(images) * TEST_SHARE)
    test = [present(image) for image in images[:tests]]
    train = images[tests:]
    train = [present(image) for image in train + ([shifted(image) for image in train] if given.shift else [])]
    weights = [[0.0] * CLASSES for _ in range(65)]

    for epoch in range(1, given.epochs + 1):
        dice.shuffle(train)
        batches = [train[start:start + given.batch] for start in range(0, len(train), given.batch)]
        losses = [learn(weights, batch, given.learning_rate, given.decay) for batch in batches]
        print(f"epoch {epoch}: loss={sum(losses) / len(losses):.4f} accuracy={accuracy(weights, test):.4f}", flush=True)


if __name__ == "__main__":
    main()
