"""Runs two_steps.py for the numbers from 1 to COUNT, as many at a time as AT_A_TIME: metaflow_runner.py COUNT AT_A_TIME."""

import asyncio
import sys

from metaflow import Runner


async def variant(number, room):
    async with room:
        async with Runner("two_steps.py", show_output=False) as runner:
            run = await runner.async_run(number=number)
            await run.wait()
            if run.status != "successful":
                raise SystemExit("the run of %d: %s" % (number, run.status))
            return run.run.data.seen


async def main(count, at_a_time):
    room = asyncio.Semaphore(at_a_time)
    await asyncio.gather(*(variant(number, room) for number in range(1, count + 1)))


asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
